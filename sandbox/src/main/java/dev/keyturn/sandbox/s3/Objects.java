package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Objects as a whole: read, stored, copied, deleted. */
final class Objects {
  private static final int MOST_KEY_BYTES = 1024;
  private static final int MOST_DELETIONS = 1000;

  private Objects() {}

  static Response get(S3Call s3) {
    Bucket bucket = s3.bucket("s3:GetObject");
    StoredObject object = find(s3, bucket, s3.wanted().key());
    String etag = object.etag();
    String ifMatch = s3.request().header("If-Match");
    if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.contains(unquoted(etag))) {
      throw S3Error.preconditionFailed();
    }
    String ifNoneMatch = s3.request().header("If-None-Match");
    if (ifNoneMatch != null && ifNoneMatch.contains(unquoted(etag))) {
      return S3Call.nothing(304).with("ETag", etag);
    }
    Response response =
        ranged(object, s3.request())
            .with("ETag", etag)
            .with("Accept-Ranges", "bytes")
            .with(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    object.lastModified().atOffset(ZoneOffset.UTC)));
    return overridden(described(response, object), s3.wanted().query());
  }

  private static String unquoted(String etag) {
    return etag.replace("\"", "");
  }

  private static Response described(Response response, StoredObject object) {
    Response answer = response;
    for (Map.Entry<String, String> header : object.headers().others().entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }

  /** A signed URL can ask for other headers, as {@code response-content-type} does. */
  private static Response overridden(Response response, Map<String, String> query) {
    Response answer = response;
    for (String name : List.of("Content-Type", "Content-Disposition", "Cache-Control")) {
      String value = query.get("response-" + name.toLowerCase(Locale.ROOT));
      answer = value == null ? answer : answer.with(name, value);
    }
    return answer;
  }

  private static Response ranged(StoredObject object, Request request) {
    byte[] body = object.body();
    String type = object.headers().contentType();
    ByteRange range = ByteRange.of(request.header("Range"), body.length);
    if (range == null) {
      return Response.of(200, type, body);
    }
    byte[] part = Arrays.copyOfRange(body, (int) range.first(), (int) range.last() + 1);
    return Response.of(206, type, part).with("Content-Range", range.contentRange(body.length));
  }

  /** Tags of objects are not kept: there are none. */
  static Response tags(S3Call s3) {
    find(s3, s3.bucket("s3:GetObjectTagging"), s3.wanted().key());
    return S3Call.xml(
        Xml.document()
            .open("Tagging", S3Call.NAMESPACE)
            .open("TagSet")
            .close("TagSet")
            .close("Tagging"));
  }

  /** The object; who may not list the bucket does not learn that it is missing. */
  static StoredObject find(S3Call s3, Bucket bucket, String key) {
    StoredObject object = bucket.objects().get(key);
    if (object != null) {
      return object;
    }
    throw s3.may("s3:ListBucket", bucket, "") ? S3Error.noSuchKey() : S3Error.accessDenied();
  }

  static Response put(S3Call s3) {
    Bucket bucket = s3.bucket("s3:PutObject");
    requireKey(s3.wanted().key());
    boolean onlyNew = "*".equals(s3.request().header("If-None-Match"));
    if (onlyNew && bucket.objects().containsKey(s3.wanted().key())) {
      throw S3Error.preconditionFailed();
    }
    StoredObject object =
        StoredObject.of(s3.body().bytes(), StoredHeaders.of(s3.request()), s3.call().now());
    bucket.objects().put(s3.wanted().key(), object);
    return s3.body().summed(S3Call.nothing(200).with("ETag", object.etag()));
  }

  static void requireKey(String key) {
    if (key.getBytes(StandardCharsets.UTF_8).length > MOST_KEY_BYTES) {
      throw new AwsError(400, "KeyTooLongError", "Your key is too long");
    }
  }

  static Response copy(S3Call s3) {
    Bucket target = s3.bucket("s3:PutObject");
    CopySource source = CopySource.of(s3);
    StoredObject object = source.object();
    boolean replaces = "REPLACE".equals(s3.request().header("x-amz-metadata-directive"));
    if (!replaces && source.isSame(target, s3.wanted().key())) {
      throw new AwsError(
          400,
          "InvalidRequest",
          "This copy request is illegal because it is trying to copy an object to itself without"
              + " changing the object's metadata, storage class, website redirect location or"
              + " encryption attributes.");
    }
    StoredObject copy =
        StoredObject.of(
            object.body(),
            replaces ? StoredHeaders.of(s3.request()) : object.headers(),
            s3.call().now());
    target.objects().put(s3.wanted().key(), copy);
    return S3Call.xml(
        Xml.document()
            .open("CopyObjectResult", S3Call.NAMESPACE)
            .element("LastModified", copy.lastModified())
            .element("ETag", copy.etag())
            .close("CopyObjectResult"));
  }

  /** Deleting what is not there succeeds too. */
  static Response delete(S3Call s3) {
    s3.bucket("s3:DeleteObject").objects().remove(s3.wanted().key());
    return S3Call.nothing(204);
  }

  /**
   * Each key is decided on its own; one that the caller may not delete is an error in the answer.
   */
  static Response deleteSeveral(S3Call s3) {
    XmlBody wish = XmlBody.parse(s3.body().bytes(), "Delete");
    List<String> keys = wish.all("Object").stream().map(item -> item.required("Key")).toList();
    if (keys.isEmpty() || keys.size() > MOST_DELETIONS) {
      throw S3Error.malformedXml();
    }
    boolean quiet = "true".equals(wish.text("Quiet"));
    Xml xml = Xml.document().open("DeleteResult", S3Call.NAMESPACE);
    for (String key : keys) {
      delete(s3, key, quiet, xml);
    }
    return S3Call.xml(xml.close("DeleteResult"));
  }

  private static void delete(S3Call s3, String key, boolean quiet, Xml xml) {
    try {
      s3.bucket("s3:DeleteObject", s3.wanted().bucket(), key).objects().remove(key);
      if (!quiet) {
        xml.open("Deleted").element("Key", key).close("Deleted");
      }
    } catch (AwsError e) {
      if (e.status() == 404) {
        throw e;
      }
      xml.open("Error")
          .element("Key", key)
          .element("Code", e.code())
          .element("Message", e.text())
          .close("Error");
    }
  }
}
