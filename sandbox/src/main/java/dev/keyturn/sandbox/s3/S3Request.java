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
    ListObjects,
    ListObjectsV2,
    HeadBucket,
    GetBucketLocation,
    HeadObject,
    GetObject,
    PutObject,
    Unsupported
  }

  private static final Set<String> LISTING =
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
          "x-id");

  static S3Request of(Request request) {
    String path = request.path().substring(1);
    int slash = path.indexOf('/');
    String bucket = FormDecoder.decode(slash < 0 ? path : path.substring(0, slash));
    String key = slash < 0 ? "" : FormDecoder.decode(path.substring(slash + 1));
    Map<String, String> query = FormDecoder.form(request.query());
    return new S3Request(operation(request.method(), bucket, key, query), bucket, key, query);
  }

  String arn(String partition) {
    String object = key.isEmpty() ? "" : "/" + key;
    return "arn:" + partition + ":s3:::" + (bucket.isEmpty() ? "*" : bucket + object);
  }

  private static Operation operation(
      String method, String bucket, String key, Map<String, String> query) {
    if (key.isEmpty() && query.containsKey("location") && method.equals("GET")) {
      return Operation.GetBucketLocation;
    }
    if (query.keySet().stream()
        .anyMatch(name -> !LISTING.contains(name) && !name.startsWith("X-Amz-"))) {
      return Operation.Unsupported;
    }
    return switch (method) {
      case "GET" -> read(bucket, key, query);
      case "HEAD" -> bucket.isEmpty() ? Operation.Unsupported : head(key);
      case "PUT" -> key.isEmpty() ? Operation.Unsupported : Operation.PutObject;
      default -> Operation.Unsupported;
    };
  }

  private static Operation read(String bucket, String key, Map<String, String> query) {
    if (bucket.isEmpty()) {
      return Operation.ListBuckets;
    }
    if (!key.isEmpty()) {
      return Operation.GetObject;
    }
    return "2".equals(query.get("list-type")) ? Operation.ListObjectsV2 : Operation.ListObjects;
  }

  private static Operation head(String key) {
    return key.isEmpty() ? Operation.HeadBucket : Operation.HeadObject;
  }
}
