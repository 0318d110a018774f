/**
 * What IAM knows of a user: MFA devices, access keys, inline policies, and the ports to them. What
 * is done with them is in the packages below.
 */
@NullMarked
package dev.keyturn.domain.iam;

import org.jspecify.annotations.NullMarked;
