/**
 * Programs that the AWS files name: {@code mfa_process} and {@code credential_process}. Runs no
 * other programs, and does not interpret their output.
 */
@NullMarked
package dev.keyturn.adapter.program;

import org.jspecify.annotations.NullMarked;
