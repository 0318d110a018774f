/** The body of an S3 request, decoded, with the hash and the checksums that the client gave. */
@NullMarked
package dev.keyturn.sandbox.s3.payload;

import org.jspecify.annotations.NullMarked;
