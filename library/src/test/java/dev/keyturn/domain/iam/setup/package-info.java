/** How an administrator gives people users, roles and the policies that require MFA. */
@NullMarked
package dev.keyturn.domain.iam.setup;

import org.jspecify.annotations.NullMarked;
