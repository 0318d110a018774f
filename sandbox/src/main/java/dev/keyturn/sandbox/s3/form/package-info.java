/**
 * Uploads from a browser: the form, and the signed policy that says what it may contain.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-UsingHTTPPOST.html">S3 API,
 *     browser-based uploads using POST</a>
 */
@NullMarked
package dev.keyturn.sandbox.s3.form;

import org.jspecify.annotations.NullMarked;
