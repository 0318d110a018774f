package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.checksum.ChecksumMode;
import dev.keyturn.sandbox.checksum.ObjectChecksum;
import dev.keyturn.sandbox.credential.Caller;
import dev.keyturn.sandbox.credential.Identity;
import dev.keyturn.sandbox.http.FormDecoder;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.payload.UploadChecksums;
import dev.keyturn.sandbox.s3.wire.ByteRange;
import dev.keyturn.sandbox.s3.wire.ListQuery;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.s3.wire.XmlBody;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.Initiation;
import dev.keyturn.sandbox.state.bucket.ObjectHeaders;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import dev.keyturn.sandbox.state.bucket.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects that come in parts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html">S3 User
 *     Guide, multipart upload</a>
 */
final class Uploads {
  private static final int LEAST_BYTES = 5 * 1024 * 1024;
  private static final int MOST_PARTS = 10_000;

  private Uploads() {}

  static Response create(S3Call s3) {
    Bucket bucket = s3.bucket("s3:PutObject");
    String key = s3.wanted().key();
    String id = s3.call().state().identifiers().requestId();
    ObjectHeaders headers = StoredHeaders.of(s3.request());
    ChecksumMode checksums = UploadChecksums.begun(s3.request());
    Initiation initiation = new Initiation(s3.call().now(), initiator(s3.call().caller()));
    Upload upload = Upload.begin(id, key, headers, checksums, initiation);
    s3.requireRoom(upload.storedBytes());
    bucket.uploads().put(id, upload);
    return UploadChecksums.with(
        S3Call.xml(
            named("InitiateMultipartUploadResult", bucket, key)
                .element("UploadId", id)
                .close("InitiateMultipartUploadResult")),
        checksums);
  }

  private static String initiator(Caller caller) {
    return caller.identity() instanceof Identity.RootIdentity root
        ? root.account().id()
        : caller.identity().arn();
  }

  static Response put(S3Call s3) {
    Upload upload = find(s3, s3.bucket("s3:PutObject"));
    byte[] body = s3.body().bytes();
    ObjectChecksum checksum = UploadChecksums.ofPart(upload.checksums(), s3.body().given(), body);
    StoredObject part = part(s3, body).with(checksum);
    store(s3, upload, part);
    Response answer = S3Call.nothing(200).with("ETag", part.etag());
    return checksum == null ? answer : answer.with(checksum.algorithm().header(), checksum.value());
  }

  static Response copy(S3Call s3) {
    Upload upload = find(s3, s3.bucket("s3:PutObject"));
    byte[] body = CopySource.of(s3).object().body();
    ByteRange range =
        ByteRange.ofSource(s3.request().header("x-amz-copy-source-range"), body.length);
    if (range != null) {
      body = range.of(body);
    }
    ChecksumMode mode = upload.checksums();
    StoredObject part =
        part(s3, body).with(mode == null ? null : ObjectChecksum.ofBytes(mode.algorithm(), body));
    store(s3, upload, part);
    Xml xml =
        Xml.document()
            .open("CopyPartResult", S3Call.NAMESPACE)
            .element("LastModified", part.lastModified())
            .element("ETag", part.etag());
    return S3Call.xml(summed(xml, part).close("CopyPartResult"));
  }

  private static void store(S3Call s3, Upload upload, StoredObject part) {
    int number = partNumber(s3);
    s3.requireRoom(part, upload.parts().get(number));
    upload.parts().put(number, part);
  }

  static Xml summed(Xml xml, StoredObject part) {
    ObjectChecksum checksum = part.givenChecksum();
    return checksum == null ? xml : xml.element(checksum.algorithm().element(), checksum.value());
  }

  private static StoredObject part(S3Call s3, byte[] body) {
    return StoredObject.of(body, ObjectHeaders.of(ObjectHeaders.NO_TYPE), s3.call().now());
  }

  /**
   * The part that the query names.
   *
   * @throws AwsError InvalidArgument
   */
  static int partNumber(S3Call s3) {
    String text = s3.wanted().query().getOrDefault("partNumber", "");
    int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > MOST_PARTS) {
      throw S3Error.invalid(
          "Part number must be an integer between 1 and 10000, inclusive", "partNumber", text);
    }
    return number;
  }

  static Response complete(S3Call s3) {
    Bucket bucket = s3.bucket("s3:PutObject");
    Upload upload = find(s3, bucket);
    Conditions.requireForWriting(s3, bucket, upload.key());
    List<StoredObject> chosen = chosen(s3, upload);
    StoredObject object = UploadChecksums.summed(upload, upload.assembled(chosen, s3.call().now()));
    requireSize(s3.request().header("x-amz-mp-object-size"), object.body().length);
    ObjectChecksum checksum = object.checksum();
    UploadChecksums.requireObject(s3.request(), upload.checksums(), checksum);
    bucket.objects().put(upload.key(), object);
    bucket.uploads().remove(upload.id());
    return S3Call.xml(
        Xml.document()
            .open("CompleteMultipartUploadResult", S3Call.NAMESPACE)
            .element("Location", location(s3.request(), bucket.name(), upload.key()))
            .element("Bucket", bucket.name())
            .element("Key", upload.key())
            .element("ETag", object.etag())
            .element(checksum.algorithm().element(), checksum.value())
            .element("ChecksumType", checksum.type().name())
            .close("CompleteMultipartUploadResult"));
  }

  /** The URL of the object on the host of the request, with the slashes of the key encoded. */
  private static String location(Request request, String bucket, String key) {
    boolean isInHost = FormDecoder.decode(request.path()).equals("/" + key);
    return (request.secure() ? "https://" : "http://")
        + request.header("Host")
        + (isInHost ? "/" : "/" + bucket + "/")
        + FormUpload.encoded(key);
  }

  private static void requireSize(@Nullable String stated, int size) {
    if (stated != null && !stated.equals("" + size)) {
      throw new AwsError(
          400,
          "InvalidRequest",
          "The provided 'x-amz-mp-object-size' header value %s does not match what was computed: %d"
              .formatted(stated, size));
    }
  }

  /**
   * The parts that the client lists. They must be in order and unchanged, and only the last one may
   * be small.
   */
  private static List<StoredObject> chosen(S3Call s3, Upload upload) {
    List<StoredObject> chosen = new ArrayList<>();
    int previous = 0;
    for (XmlBody wish : XmlBody.parse(s3.body().bytes(), "CompleteMultipartUpload").all("Part")) {
      int number = number(wish.required("PartNumber"));
      StoredObject part = upload.parts().get(number);
      String etag = wish.required("ETag").replace("\"", "");
      if (part == null || !part.etag().equals('"' + etag + '"')) {
        throw S3Error.invalidPart(upload.id(), number, etag);
      }
      if (number <= previous) {
        throw new AwsError(
            400,
            "InvalidPartOrder",
            "The list of parts was not in ascending order. Parts must be ordered by part number.",
            Map.of("UploadId", upload.id()));
      }
      UploadChecksums.requirePart(upload, wish, number, part);
      previous = number;
      chosen.add(part);
    }
    requireSizes(chosen);
    return chosen;
  }

  private static void requireSizes(List<StoredObject> parts) {
    if (parts.isEmpty()) {
      throw S3Error.malformedXml();
    }
    for (StoredObject part : parts.subList(0, parts.size() - 1)) {
      int size = part.body().length;
      if (size < LEAST_BYTES) {
        throw new AwsError(
            400,
            "EntityTooSmall",
            "Your proposed upload is smaller than the minimum allowed size",
            Map.of("MinSizeAllowed", "" + LEAST_BYTES, "ProposedSize", "" + size));
      }
    }
  }

  private static int number(String text) {
    if (!text.matches("[0-9]{1,5}")) {
      throw S3Error.malformedXml();
    }
    return Integer.parseInt(text);
  }

  static Response abort(S3Call s3) {
    Bucket bucket = s3.bucket("s3:AbortMultipartUpload");
    bucket.uploads().remove(find(s3, bucket).id());
    return S3Call.nothing(204);
  }

  static Response list(S3Call s3) {
    Bucket bucket = s3.bucket("s3:ListBucketMultipartUploads");
    String xml = UploadListing.xml(bucket, s3.ownerOf(bucket), new ListQuery(s3.wanted().query()));
    return Response.of(200, "application/xml", xml);
  }

  /** The upload that the query names. */
  static Upload find(S3Call s3, Bucket bucket) {
    String id = s3.wanted().query().getOrDefault("uploadId", "");
    Upload upload = bucket.uploads().get(id);
    if (upload == null || !upload.key().equals(s3.wanted().key())) {
      throw S3Error.noSuchUpload(id);
    }
    return upload;
  }

  static Xml named(String root, Bucket bucket, String key) {
    return Xml.document()
        .open(root, S3Call.NAMESPACE)
        .element("Bucket", bucket.name())
        .element("Key", key);
  }
}
