package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.checksum.ChecksumAlgorithm;
import dev.keyturn.sandbox.checksum.ObjectChecksum;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.payload.Checksums;
import dev.keyturn.sandbox.s3.payload.UploadChecksums;
import dev.keyturn.sandbox.s3.wire.ByteRange;
import dev.keyturn.sandbox.s3.wire.EncodedWords;
import dev.keyturn.sandbox.s3.wire.OtherHeaders;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.s3.wire.XmlBody;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.PartSizes;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects as a whole: read, stored, copied, deleted. */
final class Objects {
  private static final String PART_NUMBER = "partNumber";
  private static final int MOST_KEY_BYTES = 1024;
  private static final int MOST_DELETIONS = 1000;

  private Objects() {}

  static Response get(S3Call s3) {
    Bucket bucket = s3.bucket("s3:GetObject");
    StoredObject object = find(s3, bucket, s3.wanted().key());
    Response known = Conditions.forReading(s3, object);
    if (known != null) {
      return known;
    }
    ByteRange range = range(s3, object);
    Response response =
        ranged(object, range)
            .with("ETag", object.etag())
            .with("Accept-Ranges", "bytes")
            .with("Last-Modified", Response.date(object.lastModified()));
    response = summed(response, s3, object, range);
    return OtherHeaders.of(described(counted(response, s3, object), object), s3.wanted().query());
  }

  /** The bytes that the client wants; null for all. */
  private static @Nullable ByteRange range(S3Call s3, StoredObject object) {
    String header = s3.request().header("Range");
    if (!s3.wanted().query().containsKey(PART_NUMBER)) {
      return ByteRange.of(header, object.body().length);
    }
    if (header != null) {
      throw new AwsError(
          400, "InvalidRequest", "Cannot specify both Range header and partNumber query parameter");
    }
    int number = Uploads.partNumber(s3);
    PartSizes parts = object.parts();
    int count = Math.max(1, parts.count());
    if (number > count) {
      throw S3Error.invalidPartNumber(number, count);
    }
    return parts.count() == 0
        ? ByteRange.from(0, object.body().length)
        : ByteRange.from(parts.start(number), parts.size(number));
  }

  /**
   * The answer with a checksum, if the client asked for checksums: that of the part that it reads,
   * or that of the object if it reads all of it.
   */
  private static Response summed(
      Response response, S3Call s3, StoredObject object, @Nullable ByteRange range) {
    if (!"ENABLED".equalsIgnoreCase(s3.request().header("x-amz-checksum-mode"))) {
      return response;
    }
    boolean isPart = hasParts(s3, object);
    ObjectChecksum ofPart = isPart ? object.checksumOfPart(Uploads.partNumber(s3)) : null;
    boolean isWhole = range == null || range.isAllOf(object.body().length);
    ObjectChecksum checksum = ofPart == null && isWhole ? object.checksum() : ofPart;
    return checksum == null ? response : Checksums.with(response, checksum);
  }

  /** The answer with the number of parts, if the client reads a part. */
  private static Response counted(Response response, S3Call s3, StoredObject object) {
    return hasParts(s3, object)
        ? response.with("x-amz-mp-parts-count", "" + object.parts().count())
        : response;
  }

  private static boolean hasParts(S3Call s3, StoredObject object) {
    return object.parts().count() > 0 && s3.wanted().query().containsKey(PART_NUMBER);
  }

  private static Response described(Response response, StoredObject object) {
    Response answer = response;
    for (Map.Entry<String, String> header : object.headers().others().entrySet()) {
      boolean isMetadata = header.getKey().startsWith(StoredHeaders.META);
      String value = isMetadata ? EncodedWords.of(header.getValue()) : header.getValue();
      answer = answer.with(header.getKey(), value);
    }
    return answer;
  }

  private static Response ranged(StoredObject object, @Nullable ByteRange range) {
    byte[] body = object.body();
    String type = object.headers().contentType();
    return range == null
        ? Response.of(200, type, body)
        : Response.of(206, type, range.of(body))
            .with("Content-Range", range.contentRange(body.length));
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

  /** The object; a caller who may not list the bucket does not learn that it is missing. */
  static StoredObject find(S3Call s3, Bucket bucket, String key) {
    StoredObject object = bucket.objects().get(key);
    if (object != null) {
      return object;
    }
    s3.bucket("s3:ListBucket", bucket.name(), "");
    throw S3Error.noSuchKey(key);
  }

  static Response put(S3Call s3) {
    Bucket bucket = s3.bucket("s3:PutObject");
    Conditions.requireForWriting(s3, bucket, s3.wanted().key());
    StoredObject object =
        StoredObject.of(s3.body().bytes(), StoredHeaders.of(s3.request()), s3.call().now())
            .with(s3.body().checksum());
    store(s3, bucket, object);
    return Checksums.with(S3Call.nothing(200).with("ETag", object.etag()), object.checksum());
  }

  private static void store(S3Call s3, Bucket bucket, StoredObject object) {
    s3.requireRoom(object, bucket.objects().get(s3.wanted().key()));
    bucket.objects().put(s3.wanted().key(), object);
  }

  static void requireKey(String key) {
    int size = key.getBytes(StandardCharsets.UTF_8).length;
    if (size > MOST_KEY_BYTES) {
      throw S3Error.tooMuch("KeyTooLongError", "Your key is too long", size, MOST_KEY_BYTES);
    }
  }

  static Response copy(S3Call s3) {
    Bucket target = s3.bucket("s3:PutObject");
    Conditions.requireForWriting(s3, target, s3.wanted().key());
    CopySource source = CopySource.of(s3);
    StoredObject object = source.object();
    boolean replaces = replacesMetadata(s3.request().header("x-amz-metadata-directive"));
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
                s3.call().now())
            .with(checksumOfCopy(s3, object));
    store(s3, target, copy);
    return S3Call.xml(
        Xml.document()
            .open("CopyObjectResult", S3Call.NAMESPACE)
            .element("LastModified", copy.lastModified())
            .element("ETag", copy.etag())
            .element(copy.checksum().algorithm().element(), copy.checksum().value())
            .element("ChecksumType", copy.checksum().type().name())
            .close("CopyObjectResult"));
  }

  /** It covers all bytes; its algorithm is the one in the request, or else that of the source. */
  private static ObjectChecksum checksumOfCopy(S3Call s3, StoredObject source) {
    ChecksumAlgorithm wanted = UploadChecksums.named(s3.request());
    return ObjectChecksum.ofBytes(
        wanted == null ? source.checksum().algorithm() : wanted, source.body());
  }

  private static boolean replacesMetadata(@Nullable String directive) {
    if (directive == null || directive.equals("COPY")) {
      return false;
    }
    if (directive.equals("REPLACE")) {
      return true;
    }
    throw S3Error.invalid("Unknown metadata directive.");
  }

  /** Deleting a missing object succeeds too. */
  static Response delete(S3Call s3) {
    String key = s3.wanted().key();
    Bucket bucket = s3.bucket("s3:DeleteObject");
    Conditions.requireForDeleting(s3, bucket, key, Conditions.ofDeletion(s3.request()));
    bucket.objects().remove(key);
    return S3Call.nothing(204);
  }

  /** Permissions and conditions are checked for each key; a refusal is an error in the answer. */
  static Response deleteSeveral(S3Call s3) {
    Checksums.requireAny(s3.request(), s3.body());
    XmlBody wish = XmlBody.parse(s3.body().bytes(), "Delete");
    List<XmlBody> items = wish.all("Object");
    items.forEach(item -> item.required("Key"));
    if (items.isEmpty() || items.size() > MOST_DELETIONS) {
      throw S3Error.malformedXml();
    }
    items.forEach(item -> item.refuseOthers("Key", "ETag"));
    boolean quiet = "true".equals(wish.text("Quiet"));
    Xml xml = Xml.document().open("DeleteResult", S3Call.NAMESPACE);
    items.forEach(item -> delete(s3, item, quiet, xml));
    return S3Call.xml(xml.close("DeleteResult"));
  }

  private static void delete(S3Call s3, XmlBody item, boolean quiet, Xml xml) {
    String key = item.required("Key");
    try {
      Bucket bucket = s3.bucket("s3:DeleteObject", s3.wanted().bucket(), key);
      Conditions.requireForDeleting(s3, bucket, key, item.text("ETag"));
      bucket.objects().remove(key);
      if (!quiet) {
        xml.open("Deleted").element("Key", key).close("Deleted");
      }
    } catch (AwsError e) {
      if (e.code().equals("NoSuchBucket")) {
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
