/**
 * A local AWS for tests: STS, IAM, S3 and sign-in on one URL, which checks signatures, MFA codes
 * and policies as AWS does. It is a test double, never a place for real secrets.
 *
 * <p>{@link dev.keyturn.sandbox.Sandbox} is the entry point; {@code dev.keyturn.sandbox.junit} has
 * an extension for JUnit. The packages below are the sandbox's own and may change with every
 * version. There a request passes through {@code http} (bytes), {@code signature} (who signed),
 * {@code credential} (whose key), one action of {@code sts}, {@code iam}, {@code s3} or {@code
 * signin}, and {@code policy} (is it allowed), on the accounts of {@code state}.
 */
@NullMarked
package dev.keyturn.sandbox;

import org.jspecify.annotations.NullMarked;
