package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.checksum.ObjectChecksum;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.wire.ListQuery;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.PartSizes;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The answer of GetObjectAttributes: what is known about an object without its bytes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html">S3
 *     API, GetObjectAttributes</a>
 */
final class ObjectAttributes {
  private static final String HEADER = "x-amz-object-attributes";
  private static final List<String> NAMES =
      List.of("ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize");
  private static final int MOST_PARTS = 1000;

  private ObjectAttributes() {}

  static Response get(S3Call s3) {
    s3.bucket("s3:GetObject");
    Bucket bucket = s3.bucket("s3:GetObjectAttributes");
    Set<String> wanted = wanted(s3.request());
    StoredObject object = Objects.find(s3, bucket, s3.wanted().key());
    Xml xml = Xml.document().open("GetObjectAttributesResponse", S3Call.NAMESPACE);
    NAMES.stream()
        .filter(wanted::contains)
        .forEach(name -> describe(xml, name, object, s3.request()));
    return S3Call.xml(xml.close("GetObjectAttributesResponse"))
        .with("Last-Modified", Response.date(object.lastModified()));
  }

  private static Set<String> wanted(Request request) {
    Set<String> wanted = new LinkedHashSet<>();
    for (String name : String.join(",", request.headers().all(HEADER)).split(",", -1)) {
      wanted.add(name.strip());
    }
    wanted.remove("");
    if (wanted.isEmpty()) {
      throw new AwsError(
          400,
          "InvalidRequest",
          "The x-amz-object-attributes header specifying the attributes to be retrieved is either"
              + " missing or empty");
    }
    for (String name : wanted) {
      if (!NAMES.contains(name)) {
        throw S3Error.invalid("Invalid attribute name specified.", HEADER, name);
      }
    }
    return wanted;
  }

  private static void describe(Xml xml, String name, StoredObject object, Request request) {
    switch (name) {
      case "ETag" -> xml.element(name, object.etag().replace("\"", ""));
      case "Checksum" -> checksum(xml, object);
      case "ObjectParts" -> parts(xml, object, request);
      case "StorageClass" -> xml.element(name, "STANDARD");
      default -> xml.element(name, "" + object.body().length);
    }
  }

  /** Unlike the header, this checksum does not end with the number of parts. */
  private static void checksum(Xml xml, StoredObject object) {
    ObjectChecksum checksum = object.checksum();
    String value = checksum.value();
    int end = value.indexOf('-');
    xml.open("Checksum")
        .element(checksum.algorithm().element(), end < 0 ? value : value.substring(0, end))
        .element("ChecksumType", checksum.type().name())
        .close("Checksum");
  }

  /**
   * S3 lists the parts only if they have checksums, that is, if the checksum of the object is a
   * composite one.
   *
   * @see <a href="https://github.com/localstack/localstack/pull/12764">What AWS answers, recorded
   *     by LocalStack</a>
   */
  private static void parts(Xml xml, StoredObject object, Request request) {
    PartSizes parts = object.parts();
    if (parts.count() == 0) {
      return;
    }
    xml.open("ObjectParts").element("PartsCount", "" + parts.count());
    if (object.checksumOfPart(1) != null) {
      list(xml, object, request);
    }
    xml.close("ObjectParts");
  }

  private static void list(Xml xml, StoredObject object, Request request) {
    ListQuery query = query(request);
    int count = object.parts().count();
    int after = Math.min(count, query.number("part-number-marker", 0));
    int most = Math.min(MOST_PARTS, query.number("max-parts", MOST_PARTS));
    int last = Math.min(count, after + most);
    xml.element("PartNumberMarker", "" + after)
        .element("NextPartNumberMarker", "" + (last == after ? 0 : last))
        .element("MaxParts", "" + most)
        .element("IsTruncated", Boolean.toString(most > 0 && last < count));
    for (int number = after + 1; number <= last; number++) {
      xml.open("Part")
          .element("PartNumber", "" + number)
          .element("Size", "" + object.parts().size(number));
      ObjectChecksum checksum = object.checksumOfPart(number);
      if (checksum != null) {
        xml.element(checksum.algorithm().element(), checksum.value());
      }
      xml.close("Part");
    }
  }

  private static ListQuery query(Request request) {
    Map<String, String> words = new HashMap<>();
    for (String word : List.of("max-parts", "part-number-marker")) {
      String value = request.header("x-amz-" + word);
      if (value != null) {
        words.put(word, value);
      }
    }
    return new ListQuery(words);
  }
}
