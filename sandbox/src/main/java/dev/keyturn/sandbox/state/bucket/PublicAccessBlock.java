package dev.keyturn.sandbox.state.bucket;

/**
 * How a bucket is kept from being public, one flag for each of S3's settings.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html">
 *     S3 API, PublicAccessBlockConfiguration</a>
 */
public record PublicAccessBlock(
    boolean blockPublicAcls,
    boolean ignorePublicAcls,
    boolean blockPublicPolicy,
    boolean restrictPublicBuckets) {

  /** What a new bucket has. */
  public static final PublicAccessBlock ALL = new PublicAccessBlock(true, true, true, true);
}
