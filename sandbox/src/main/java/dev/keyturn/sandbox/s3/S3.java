package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.s3.wire.S3Error;

/** Performs each operation. */
final class S3 {
  private S3() {}

  static Response perform(S3Call s3) {
    String word = s3.wanted().unknownWord();
    if (word != null) {
      throw S3Error.wordNotImplemented(word);
    }
    Objects.requireKey(s3.wanted().key());
    KnownHeaders.check(s3);
    Response response = answer(s3);
    return s3.wanted().operation().concernsBytes() && response.status() < 300
        ? response.with("x-amz-server-side-encryption", "AES256")
        : response;
  }

  private static Response answer(S3Call s3) {
    return switch (s3.wanted().operation()) {
      case ListBuckets -> Buckets.list(s3);
      case CreateBucket -> Buckets.create(s3);
      case DeleteBucket -> Buckets.delete(s3);
      case HeadBucket -> Buckets.head(s3);
      case GetBucketLocation -> Buckets.location(s3);
      case GetBucketPolicy -> BucketPolicies.get(s3);
      case PutBucketPolicy -> BucketPolicies.put(s3);
      case DeleteBucketPolicy -> BucketPolicies.delete(s3);
      case GetBucketPolicyStatus -> BucketPolicies.status(s3);
      case GetPublicAccessBlock -> BucketSettings.publicAccessBlock(s3);
      case PutPublicAccessBlock -> BucketSettings.putPublicAccessBlock(s3);
      case DeletePublicAccessBlock -> BucketSettings.deletePublicAccessBlock(s3);
      case GetBucketAccelerateConfiguration,
          GetBucketCors,
          GetBucketEncryption,
          GetBucketLifecycleConfiguration,
          GetBucketLogging,
          GetBucketNotificationConfiguration,
          GetBucketOwnershipControls,
          GetBucketReplication,
          GetBucketRequestPayment,
          GetBucketTagging,
          GetBucketVersioning,
          GetBucketWebsite,
          GetObjectLockConfiguration ->
          BucketSettings.unset(s3);
      case ListObjects, ListObjectsV2 -> Buckets.objects(s3);
      case HeadObject, GetObject -> Objects.get(s3);
      case GetObjectAttributes -> ObjectAttributes.get(s3);
      case GetObjectTagging -> Objects.tags(s3);
      case PutObject -> Objects.put(s3);
      case CopyObject -> Objects.copy(s3);
      case DeleteObject -> Objects.delete(s3);
      case DeleteObjects -> Objects.deleteSeveral(s3);
      case CreateMultipartUpload -> Uploads.create(s3);
      case UploadPart -> Uploads.put(s3);
      case UploadPartCopy -> Uploads.copy(s3);
      case CompleteMultipartUpload -> Uploads.complete(s3);
      case AbortMultipartUpload -> Uploads.abort(s3);
      case ListParts -> PartListing.of(s3);
      case ListMultipartUploads -> Uploads.list(s3);
      case PostObject -> throw S3Error.notImplemented();
      case Unsupported -> throw S3Error.methodNotAllowed(s3.request().method(), s3.wanted().kind());
    };
  }
}
