/** The checksums of S3's objects and parts: algorithms, and how a checksum is made of parts. */
@NullMarked
package dev.keyturn.sandbox.checksum;

import org.jspecify.annotations.NullMarked;
