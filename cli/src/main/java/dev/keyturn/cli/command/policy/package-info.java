/** Commands about the IAM policies that require MFA, and the users and roles that have them. */
@NullMarked
package dev.keyturn.cli.command.policy;

import org.jspecify.annotations.NullMarked;
