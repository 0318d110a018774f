/**
 * Programs that the AWS files name: {@code mfa_process} and {@code credential_process}. Runs no
 * program of anybody else, and knows nothing of what they answer.
 */
@NullMarked
package dev.keyturn.adapter.program;

import org.jspecify.annotations.NullMarked;
