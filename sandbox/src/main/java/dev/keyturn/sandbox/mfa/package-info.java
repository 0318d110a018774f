/**
 * One-time codes: base32 seeds, RFC 6238 codes, and the check that takes each code once. Knows
 * neither users nor the wire.
 */
@NullMarked
package dev.keyturn.sandbox.mfa;

import org.jspecify.annotations.NullMarked;
