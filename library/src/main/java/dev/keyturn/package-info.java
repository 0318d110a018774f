/**
 * The public API: a credentials provider for the AWS SDK for Java 2 and its sources of codes.
 * Everything public here stays compatible; the packages below are internal.
 */
@NullMarked
package dev.keyturn;

import org.jspecify.annotations.NullMarked;
