/** The policies that apply to users and roles of an account as they are now. */
@NullMarked
package dev.keyturn.domain.iam.live;

import org.jspecify.annotations.NullMarked;
