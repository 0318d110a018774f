/**
 * A local AWS that checks signatures, MFA codes and policies as AWS does. Runs as a process of its
 * own on loopback; it is a test double, never a place for real secrets.
 *
 * <p>A request passes through {@code http} (bytes), {@code signature} (who signed), {@code
 * credential} (whose key), one action of {@code sts}, {@code iam}, {@code s3} or {@code signin},
 * and {@code policy} (is it allowed), on the accounts of {@code state}.
 */
@NullMarked
package dev.keyturn.sandbox;

import org.jspecify.annotations.NullMarked;
