package dev.keyturn.sandbox.s3.wire;

import dev.keyturn.sandbox.action.AwsError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What S3 answers about the configuration of a new bucket, by the names of the operations. The
 * sandbox does not let it be changed, so the answers are the same for all buckets.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html">
 *     S3 API, actions</a>
 */
public enum BucketDefault {
  GetBucketAccelerateConfiguration(
      "accelerate", "s3:GetAccelerateConfiguration", "AccelerateConfiguration", ""),
  GetBucketCors(
      "cors", "s3:GetBucketCORS", "NoSuchCORSConfiguration: The CORS configuration does not exist"),
  GetBucketEncryption(
      "encryption",
      "s3:GetEncryptionConfiguration",
      "ServerSideEncryptionConfiguration",
      "<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
          + "</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled></Rule>"),
  GetBucketLifecycleConfiguration(
      "lifecycle",
      "s3:GetLifecycleConfiguration",
      "NoSuchLifecycleConfiguration: The lifecycle configuration does not exist"),
  GetBucketLogging("logging", "s3:GetBucketLogging", "BucketLoggingStatus", ""),
  GetBucketNotificationConfiguration(
      "notification", "s3:GetBucketNotification", "NotificationConfiguration", ""),
  GetBucketOwnershipControls(
      "ownershipControls",
      "s3:GetBucketOwnershipControls",
      "OwnershipControls",
      "<Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule>"),
  GetBucketReplication(
      "replication",
      "s3:GetReplicationConfiguration",
      "ReplicationConfigurationNotFoundError: The replication configuration was not found"),
  GetBucketRequestPayment(
      "requestPayment",
      "s3:GetBucketRequestPayment",
      "RequestPaymentConfiguration",
      "<Payer>BucketOwner</Payer>"),
  GetBucketTagging("tagging", "s3:GetBucketTagging", "NoSuchTagSet: The TagSet does not exist"),
  GetBucketVersioning("versioning", "s3:GetBucketVersioning", "VersioningConfiguration", ""),
  GetBucketWebsite(
      "website",
      "s3:GetBucketWebsite",
      "NoSuchWebsiteConfiguration: The specified bucket does not have a website configuration"),
  GetObjectLockConfiguration(
      "object-lock",
      "s3:GetBucketObjectLockConfiguration",
      "ObjectLockConfigurationNotFoundError: Object Lock configuration does not exist for this"
          + " bucket");

  private final String word;
  private final String action;
  private final String root;
  private final @Nullable String content;

  /** There is no configuration, which is an error: its code and message. */
  BucketDefault(String word, String action, String error) {
    this(word, action, error, null);
  }

  BucketDefault(String word, String action, String root, @Nullable String content) {
    this.word = word;
    this.action = action;
    this.root = root;
    this.content = content;
  }

  /** The operation that this query of a bucket asks for, or null for another one. */
  public static @Nullable BucketDefault of(Map<String, String> query) {
    for (BucketDefault each : values()) {
      if (query.containsKey(each.word)) {
        return each;
      }
    }
    return null;
  }

  public String word() {
    return word;
  }

  /** The permission that it needs. */
  public String action() {
    return action;
  }

  /**
   * The body of the answer.
   *
   * @throws AwsError when there is no such configuration
   */
  public String body(String bucket, String namespace) {
    if (content == null) {
      String[] parts = root.split(": ", 2);
      throw new AwsError(404, parts[0], parts[1], Map.of("BucketName", bucket));
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"%s\">%s</%s>"
        .formatted(root, namespace, content, root);
  }
}
