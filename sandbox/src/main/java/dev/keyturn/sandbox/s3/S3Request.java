package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.http.FormDecoder;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.s3.wire.BucketDefault;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, in path style or with its bucket in the host.
 *
 * <pre>
 * path = "/" [ bucket [ "/" [ key ] ] ]
 * </pre>
 *
 * @param bucket empty for a request to the service
 * @param key empty for a request to a bucket
 */
record S3Request(Operation operation, String bucket, String key, Map<String, String> query) {

  /**
   * What the request asks for.
   *
   * @param pathStyle its path in path style, not decoded
   */
  static S3Request of(Request request, String pathStyle) {
    String path = pathStyle.substring(1);
    int slash = path.indexOf('/');
    String bucket = FormDecoder.decode(slash < 0 ? path : path.substring(0, slash));
    String key = slash < 0 ? "" : FormDecoder.decode(path.substring(slash + 1));
    Map<String, String> query = FormDecoder.form(request.query());
    String method = request.method();
    boolean copies = request.header("x-amz-copy-source") != null;
    Operation operation =
        bucket.isEmpty()
            ? (method.equals("GET") ? Operation.ListBuckets : Operation.Unsupported)
            : key.isEmpty() ? onBucket(method, query) : onObject(method, query, copies);
    return new S3Request(operation, bucket, key, query);
  }

  /** The first query parameter that the operation does not obey; null without one. */
  @Nullable String unknownWord() {
    for (String word : query.keySet()) {
      if (!operation.obeys(word) && !word.equals("x-id") && !PresignedQuery.has(word, query)) {
        return word;
      }
    }
    return null;
  }

  /** The kind of resource, as it is named in refusals. */
  String kind() {
    return bucket.isEmpty() ? "SERVICE" : key.isEmpty() ? "BUCKET" : "OBJECT";
  }

  /** The ARN in this partition of the object, else of the bucket, else of all buckets. */
  String arn(String partition) {
    String object = key.isEmpty() ? "" : "/" + key;
    return "arn:" + partition + ":s3:::" + (bucket.isEmpty() ? "*" : bucket + object);
  }

  private static Operation onBucket(String method, Map<String, String> query) {
    if (query.containsKey("policy")) {
      return switch (method) {
        case "GET" -> Operation.GetBucketPolicy;
        case "PUT" -> Operation.PutBucketPolicy;
        case "DELETE" -> Operation.DeleteBucketPolicy;
        default -> Operation.Unsupported;
      };
    }
    if (query.containsKey("publicAccessBlock")) {
      return switch (method) {
        case "GET" -> Operation.GetPublicAccessBlock;
        case "PUT" -> Operation.PutPublicAccessBlock;
        case "DELETE" -> Operation.DeletePublicAccessBlock;
        default -> Operation.Unsupported;
      };
    }
    return switch (method) {
      case "GET" -> read(query);
      case "HEAD" -> Operation.HeadBucket;
      case "PUT" -> Operation.CreateBucket;
      case "DELETE" -> Operation.DeleteBucket;
      case "POST" -> query.containsKey("delete") ? Operation.DeleteObjects : Operation.PostObject;
      default -> Operation.Unsupported;
    };
  }

  private static Operation read(Map<String, String> query) {
    if (query.containsKey("location")) {
      return Operation.GetBucketLocation;
    }
    if (query.containsKey("uploads")) {
      return Operation.ListMultipartUploads;
    }
    if (query.containsKey("policyStatus")) {
      return Operation.GetBucketPolicyStatus;
    }
    BucketDefault setting = BucketDefault.of(query);
    if (setting != null) {
      return Operation.valueOf(setting.name());
    }
    return "2".equals(query.get("list-type")) ? Operation.ListObjectsV2 : Operation.ListObjects;
  }

  private static Operation onObject(String method, Map<String, String> query, boolean copies) {
    if (query.containsKey("uploadId")) {
      return onUpload(method, copies);
    }
    return switch (method) {
      case "GET" -> readOf(query);
      case "HEAD" -> Operation.HeadObject;
      case "PUT" -> copies ? Operation.CopyObject : Operation.PutObject;
      case "DELETE" -> Operation.DeleteObject;
      case "POST" ->
          query.containsKey("uploads") ? Operation.CreateMultipartUpload : Operation.Unsupported;
      default -> Operation.Unsupported;
    };
  }

  private static Operation readOf(Map<String, String> query) {
    if (query.containsKey("attributes")) {
      return Operation.GetObjectAttributes;
    }
    return query.containsKey("tagging") ? Operation.GetObjectTagging : Operation.GetObject;
  }

  private static Operation onUpload(String method, boolean copies) {
    return switch (method) {
      case "GET" -> Operation.ListParts;
      case "POST" -> Operation.CompleteMultipartUpload;
      case "DELETE" -> Operation.AbortMultipartUpload;
      case "PUT" -> copies ? Operation.UploadPartCopy : Operation.UploadPart;
      default -> Operation.Unsupported;
    };
  }
}
