/**
 * Signature Version 4 as the receiver sees it: what a request claims, and whether the claim is
 * true. Knows keys only as text; never signs for anybody.
 */
@NullMarked
package dev.keyturn.sandbox.signature;

import org.jspecify.annotations.NullMarked;
