package dev.keyturn.domain.iam;

import java.time.Instant;

/**
 * When an access key was last used according to IAM, which records it some hours late and at most
 * once a day.
 *
 * @param when when
 * @param service the service that was called, such as {@code s3}
 * @param region the region that was called; {@code N/A} for a global service
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyLastUsed.html">AccessKeyLastUsed</a>
 */
public record LastUse(Instant when, String service, String region) {}
