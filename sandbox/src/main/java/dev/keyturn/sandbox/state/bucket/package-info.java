/** Buckets and objects as S3 keeps them, all in memory. Not safe for use by several threads. */
@NullMarked
package dev.keyturn.sandbox.state.bucket;

import org.jspecify.annotations.NullMarked;
