/** Sign-in to the AWS web console with a session: endpoint, token and duration. */
@NullMarked
package dev.keyturn.domain.signin;

import org.jspecify.annotations.NullMarked;
