/**
 * What IAM knows about a user: MFA devices, access keys, inline policies, and the ports to them.
 * The packages below contain the operations.
 */
@NullMarked
package dev.keyturn.domain.iam;

import org.jspecify.annotations.NullMarked;
