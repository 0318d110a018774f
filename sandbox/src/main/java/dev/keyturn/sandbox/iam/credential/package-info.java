/** Access keys, passwords and MFA devices of users. */
@NullMarked
package dev.keyturn.sandbox.iam.credential;

import org.jspecify.annotations.NullMarked;
