/**
 * One-time codes: base32 seeds, RFC 6238 codes, and the check that accepts each code once.
 * Independent of users and protocols.
 */
@NullMarked
package dev.keyturn.sandbox.mfa;

import org.jspecify.annotations.NullMarked;
