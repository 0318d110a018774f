package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.http.FormDecoder;
import dev.keyturn.sandbox.http.Request;
import java.util.Map;
import java.util.Set;

/**
 * What a path-style request asks for.
 *
 * <pre>
 * path = "/" [ bucket [ "/" [ key ] ] ]
 * </pre>
 *
 * @param bucket empty for a request to the service
 * @param key empty for a request to a bucket
 */
record S3Request(Operation operation, String bucket, String key, Map<String, String> query) {

  /** The operations S3 calls by these names. */
  enum Operation {
    ListBuckets,
    CreateBucket,
    DeleteBucket,
    HeadBucket,
    GetBucketLocation,
    GetBucketPolicy,
    PutBucketPolicy,
    DeleteBucketPolicy,
    ListObjects,
    ListObjectsV2,
    HeadObject,
    GetObject,
    GetObjectTagging,
    PutObject,
    CopyObject,
    DeleteObject,
    DeleteObjects,
    CreateMultipartUpload,
    UploadPart,
    UploadPartCopy,
    CompleteMultipartUpload,
    AbortMultipartUpload,
    ListParts,
    ListMultipartUploads,
    Unsupported
  }

  /** Parameters that do not change which operation is meant. */
  private static final Set<String> PLAIN =
      Set.of(
          "list-type",
          "prefix",
          "delimiter",
          "max-keys",
          "marker",
          "continuation-token",
          "start-after",
          "encoding-type",
          "fetch-owner",
          "max-buckets",
          "max-uploads",
          "key-marker",
          "upload-id-marker",
          "max-parts",
          "part-number-marker",
          "x-id");

  /** Parameters that make an operation on an aspect of the bucket or object. */
  private static final Set<String> ASPECTS =
      Set.of("location", "policy", "delete", "uploads", "uploadId", "partNumber", "tagging");

  /** Of these, what a bucket is read for. */
  private static final Set<String> LISTS = Set.of("location", "uploads");

  static S3Request of(Request request) {
    String path = request.path().substring(1);
    int slash = path.indexOf('/');
    String bucket = FormDecoder.decode(slash < 0 ? path : path.substring(0, slash));
    String key = slash < 0 ? "" : FormDecoder.decode(path.substring(slash + 1));
    Map<String, String> query = FormDecoder.form(request.query());
    boolean copies = request.header("x-amz-copy-source") != null;
    Operation operation = operation(request.method(), bucket, key, query, copies);
    return new S3Request(operation, bucket, key, query);
  }

  /** The ARN in this partition of the object, else of the bucket, else of all buckets. */
  String arn(String partition) {
    String object = key.isEmpty() ? "" : "/" + key;
    return "arn:" + partition + ":s3:::" + (bucket.isEmpty() ? "*" : bucket + object);
  }

  private static Operation operation(
      String method, String bucket, String key, Map<String, String> query, boolean copies) {
    for (String name : query.keySet()) {
      boolean known = PLAIN.contains(name) || ASPECTS.contains(name);
      if (!known && !name.startsWith("X-Amz-") && !name.startsWith("response-")) {
        return Operation.Unsupported;
      }
    }
    if (bucket.isEmpty()) {
      return method.equals("GET") ? Operation.ListBuckets : Operation.Unsupported;
    }
    return key.isEmpty() ? onBucket(method, query) : onObject(method, query, copies);
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
    if (query.containsKey("delete")) {
      return method.equals("POST") ? Operation.DeleteObjects : Operation.Unsupported;
    }
    if (hasAspectsBut(method.equals("GET") ? LISTS : Set.of(), query)) {
      return Operation.Unsupported;
    }
    return switch (method) {
      case "GET" -> read(query);
      case "HEAD" -> Operation.HeadBucket;
      case "PUT" -> Operation.CreateBucket;
      case "DELETE" -> Operation.DeleteBucket;
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
    return "2".equals(query.get("list-type")) ? Operation.ListObjectsV2 : Operation.ListObjects;
  }

  private static Operation onObject(String method, Map<String, String> query, boolean copies) {
    if (query.containsKey("uploadId")) {
      return onUpload(method, query, copies);
    }
    if (query.containsKey("uploads")) {
      return method.equals("POST") ? Operation.CreateMultipartUpload : Operation.Unsupported;
    }
    if (query.containsKey("tagging")) {
      return method.equals("GET") ? Operation.GetObjectTagging : Operation.Unsupported;
    }
    boolean reads = method.equals("GET") || method.equals("HEAD");
    if (hasAspectsBut(reads ? Set.of("partNumber") : Set.of(), query)) {
      return Operation.Unsupported;
    }
    return switch (method) {
      case "GET" -> Operation.GetObject;
      case "HEAD" -> Operation.HeadObject;
      case "PUT" -> copies ? Operation.CopyObject : Operation.PutObject;
      case "DELETE" -> Operation.DeleteObject;
      default -> Operation.Unsupported;
    };
  }

  /** A request for a part of a bucket or object must not return, or delete, all of it. */
  private static boolean hasAspectsBut(Set<String> handled, Map<String, String> query) {
    return query.keySet().stream().anyMatch(it -> ASPECTS.contains(it) && !handled.contains(it));
  }

  private static Operation onUpload(String method, Map<String, String> query, boolean copies) {
    boolean part = query.containsKey("partNumber");
    return switch (method) {
      case "GET" -> Operation.ListParts;
      case "POST" -> Operation.CompleteMultipartUpload;
      case "DELETE" -> Operation.AbortMultipartUpload;
      case "PUT" ->
          !part ? Operation.Unsupported : copies ? Operation.UploadPartCopy : Operation.UploadPart;
      default -> Operation.Unsupported;
    };
  }
}
