/**
 * For authors of signers: a service that the sandbox does not have checks the signature and reports
 * the result.
 */
@NullMarked
package dev.keyturn.sandbox.echo;

import org.jspecify.annotations.NullMarked;
