/**
 * What applications use: a credentials provider for the AWS SDK for Java 2, and how it gets its
 * codes. Everything public here stays compatible; what is in the packages below is Keyturn's own.
 */
@NullMarked
package dev.keyturn;

import org.jspecify.annotations.NullMarked;
