/** What all operations of S3 share on the wire: refusals, XML bodies, queries of listings. */
@NullMarked
package dev.keyturn.sandbox.s3.wire;

import org.jspecify.annotations.NullMarked;
