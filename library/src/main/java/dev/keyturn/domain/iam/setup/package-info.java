/** Sets up users, roles and policies that require MFA, as an administrator. */
@NullMarked
package dev.keyturn.domain.iam.setup;

import org.jspecify.annotations.NullMarked;
