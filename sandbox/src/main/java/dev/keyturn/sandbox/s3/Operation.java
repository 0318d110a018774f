package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.s3.wire.BucketDefault;
import dev.keyturn.sandbox.s3.wire.OtherHeaders;
import java.util.Set;

/**
 * The operations by their names in S3, each with the query parameters that it obeys. A request with
 * another parameter is refused: ignoring it would change what the request means.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html">S3 API,
 *     actions</a>
 */
enum Operation {
  ListBuckets("prefix", "max-buckets", "continuation-token", "bucket-region"),
  CreateBucket,
  DeleteBucket,
  HeadBucket,
  GetBucketLocation("location"),
  GetBucketPolicy("policy"),
  PutBucketPolicy("policy"),
  DeleteBucketPolicy("policy"),
  GetBucketPolicyStatus("policyStatus"),
  GetPublicAccessBlock("publicAccessBlock"),
  PutPublicAccessBlock("publicAccessBlock"),
  DeletePublicAccessBlock("publicAccessBlock"),
  GetBucketAccelerateConfiguration(BucketDefault.GetBucketAccelerateConfiguration.word()),
  GetBucketCors(BucketDefault.GetBucketCors.word()),
  GetBucketEncryption(BucketDefault.GetBucketEncryption.word()),
  GetBucketLifecycleConfiguration(BucketDefault.GetBucketLifecycleConfiguration.word()),
  GetBucketLogging(BucketDefault.GetBucketLogging.word()),
  GetBucketNotificationConfiguration(BucketDefault.GetBucketNotificationConfiguration.word()),
  GetBucketOwnershipControls(BucketDefault.GetBucketOwnershipControls.word()),
  GetBucketReplication(BucketDefault.GetBucketReplication.word()),
  GetBucketRequestPayment(BucketDefault.GetBucketRequestPayment.word()),
  GetBucketTagging(BucketDefault.GetBucketTagging.word()),
  GetBucketVersioning(BucketDefault.GetBucketVersioning.word()),
  GetBucketWebsite(BucketDefault.GetBucketWebsite.word()),
  GetObjectLockConfiguration(BucketDefault.GetObjectLockConfiguration.word()),
  ListObjects("prefix", "delimiter", "max-keys", "encoding-type", "marker"),
  ListObjectsV2(
      "list-type",
      "prefix",
      "delimiter",
      "max-keys",
      "encoding-type",
      "continuation-token",
      "start-after",
      "fetch-owner"),
  HeadObject(OtherHeaders.wordsAnd("partNumber")),
  GetObject(OtherHeaders.wordsAnd("partNumber")),
  GetObjectAttributes("attributes"),
  GetObjectTagging("tagging"),
  PutObject,
  PostObject,
  CopyObject,
  DeleteObject,
  DeleteObjects("delete"),
  CreateMultipartUpload("uploads"),
  UploadPart("uploadId", "partNumber"),
  UploadPartCopy("uploadId", "partNumber"),
  CompleteMultipartUpload("uploadId"),
  AbortMultipartUpload("uploadId"),
  ListParts("uploadId", "max-parts", "part-number-marker", "encoding-type"),
  ListMultipartUploads(
      "uploads",
      "prefix",
      "delimiter",
      "max-uploads",
      "encoding-type",
      "key-marker",
      "upload-id-marker"),
  Unsupported;

  @SuppressWarnings("ImmutableEnumChecker") // the set never changes
  private final Set<String> words;

  Operation(String... words) {
    this.words = Set.of(words);
  }

  /** Whether the checksums in the headers are of the body; else they are of the whole object. */
  boolean sumsBody() {
    return this != CompleteMultipartUpload;
  }

  /**
   * Whether bytes of objects are stored or read, which S3 then says are encrypted.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html">S3
   *     User Guide, default encryption</a>
   */
  boolean concernsBytes() {
    return switch (this) {
      case HeadObject,
          GetObject,
          PutObject,
          PostObject,
          CopyObject,
          CreateMultipartUpload,
          UploadPart,
          UploadPartCopy,
          CompleteMultipartUpload ->
          true;
      default -> false;
    };
  }

  /** Whether the operation obeys this parameter of the query. */
  boolean obeys(String word) {
    return words.contains(word);
  }
}
