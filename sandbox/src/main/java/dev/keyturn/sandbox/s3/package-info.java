/**
 * As much of S3 as a newcomer's first commands need: buckets and objects are listed, read and
 * stored.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html">S3 API reference</a>
 */
@NullMarked
package dev.keyturn.sandbox.s3;

import org.jspecify.annotations.NullMarked;
