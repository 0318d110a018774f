package dev.keyturn.sandbox.state.bucket;

import java.time.Instant;

/**
 * The beginning of an upload in parts.
 *
 * @param initiator the account id of root, else the ARN of the caller
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Initiator.html">S3 API,
 *     Initiator</a>
 */
public record Initiation(Instant time, String initiator) {}
