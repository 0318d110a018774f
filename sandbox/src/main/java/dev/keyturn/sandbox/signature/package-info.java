/**
 * Signature Version 4 as the receiver sees it: what a request claims, and whether the claim is
 * true. It does not know users, and never signs.
 */
@NullMarked
package dev.keyturn.sandbox.signature;

import org.jspecify.annotations.NullMarked;
