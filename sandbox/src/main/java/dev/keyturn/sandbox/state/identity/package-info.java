/**
 * Users, groups and roles with their keys, MFA devices and policies, as IAM keeps them. Not safe
 * for use by several threads.
 */
@NullMarked
package dev.keyturn.sandbox.state.identity;

import org.jspecify.annotations.NullMarked;
