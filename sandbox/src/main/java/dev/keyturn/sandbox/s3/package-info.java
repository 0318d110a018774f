/**
 * Buckets and objects of S3, without versions, ACLs and tags. What the sandbox does not obey is
 * refused and never ignored.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html">S3 API reference</a>
 */
@NullMarked
package dev.keyturn.sandbox.s3;

import org.jspecify.annotations.NullMarked;
