package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The values are those of OpenStack Swift's tests, which run against AWS too; the body is the one
 * that catalogues of CRCs use.
 */
class UploadChecksumsTest {
  private static final String PATH = "/examplebucket/summed";
  private static final String BODY = "123456789";
  private static final String CRC32 = "y/Q5Jg==";
  private static final String OF_PARTS = "7kxlUA==";
  private static final String CRC64NVME = "rosUhgp5mIg=";
  private static final String SUMMED = "<ChecksumCRC32>y/Q5Jg==</ChecksumCRC32>";
  private static final String NOT_FOUND =
      "400 InvalidPart: One or more of the specified parts could not be found.  The part may not"
          + " have been uploaded, or the specified entity tag may not match the part's entity tag.";

  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient twin = sandbox.as("twin");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "CRC32, COMPOSITE, y/Q5Jg==, 7kxlUA==-1",
    "CRC32C, COMPOSITE, 4waSgw==, pzJFoA==-1",
    "SHA1, COMPOSITE, 98O8HYCOBHMq32eZZczDTKeuNEE=, zGcEPHvP9e6lVmvZsfPHT9mlz10=-1",
    "SHA256, COMPOSITE, FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=,"
        + " KSsNAHVmgy25S/rmic1w0at3KBH9RLn0nYVQ7p6mpJQ=-1",
    "CRC64NVME, FULL_OBJECT, rosUhgp5mIg=, rosUhgp5mIg=",
    "CRC32, FULL_OBJECT, y/Q5Jg==, y/Q5Jg=="
  })
  void an_object_has_the_checksum_that_its_upload_was_begun_with(
      String algorithm, String type, String ofPart, String ofObject) {
    Map<String, String> wish =
        Map.of("x-amz-checksum-algorithm", algorithm, "x-amz-checksum-type", type);
    String element = "Checksum" + algorithm;
    String header = "x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT);
    Answer begun = twin.s3With(wish, "POST", PATH, "uploads=", "");
    assertThat(header(begun, "x-amz-checksum-type")).isEqualTo(type);
    String id = begun.text("UploadId");
    Answer part = part(id, Map.of(header, ofPart));
    assertThat(header(part, header)).isEqualTo(ofPart);
    Answer parts = twin.s3("GET", PATH, "uploadId=" + id, "");
    assertThat(parts.text(element)).isEqualTo(ofPart);
    assertThat(parts.text("ChecksumAlgorithm")).isEqualTo(algorithm);
    assertThat(twin.s3("GET", "/examplebucket", "uploads=", "").text("ChecksumType"))
        .isEqualTo(type);
    String sum = "<" + element + ">" + ofPart + "</" + element + ">";
    Answer done = complete(id, Map.of(), item(part, sum));
    assertThat(done.text(element)).isEqualTo(ofObject);
    assertThat(done.text("ChecksumType")).isEqualTo(type);
    Answer read = read(Map.of("x-amz-checksum-mode", "ENABLED"));
    assertThat(header(read, header)).isEqualTo(ofObject);
    assertThat(header(read, "x-amz-checksum-type")).isEqualTo(type);
    Answer list = twin.s3("GET", "/examplebucket", "list-type=2&prefix=summed", "");
    assertThat(list.text("ChecksumAlgorithm")).isEqualTo(algorithm);
    assertThat(list.text("ChecksumType")).isEqualTo(type);
    Answer copy = twin.s3With(Map.of("x-amz-copy-source", PATH), "PUT", PATH + "2", "");
    assertThat(copy.text(element)).isEqualTo(ofPart);
    assertThat(copy.text("ChecksumType")).isEqualTo("FULL_OBJECT");
  }

  @Test
  void by_default_the_checksum_is_the_crc_that_s3_computes() {
    String id = begin(Map.of());
    Answer done = complete(id, Map.of(), item(part(id, Map.of()), ""));
    assertThat(done.text("ChecksumCRC64NVME")).isEqualTo(CRC64NVME);
    Answer put = twin.s3("PUT", PATH, "", BODY);
    assertThat(header(put, "x-amz-checksum-crc64nvme")).isEqualTo(CRC64NVME);
    assertThat(header(put, "x-amz-checksum-type")).isEqualTo("FULL_OBJECT");
  }

  @Test
  void a_checksum_is_returned_only_on_request_and_with_the_whole_object() {
    twin.s3("PUT", PATH, "", BODY);
    assertThat(header(read(Map.of()), "x-amz-checksum-crc64nvme")).isEmpty();
    Map<String, String> piece = Map.of("x-amz-checksum-mode", "ENABLED", "range", "bytes=0-3");
    assertThat(header(read(piece), "x-amz-checksum-crc64nvme")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nope, '', 'Checksum algorithm provided is unsupported. Please try again with any of the valid"
        + " types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]'",
    "'CRC32,CRC32C', '', Invalid types are specified in x-amz-checksum-algorithm header.",
    "CRC32, TEST, Value for x-amz-checksum-type header is invalid.",
    "SHA1, FULL_OBJECT, The FULL_OBJECT checksum type cannot be used with the sha1 checksum"
        + " algorithm.",
    "CRC64NVME, COMPOSITE, The COMPOSITE checksum type cannot be used with the crc64nvme checksum"
        + " algorithm.",
    "'', COMPOSITE, The x-amz-checksum-type header can only be used with the"
        + " x-amz-checksum-algorithm header."
  })
  void an_upload_is_begun_only_with_algorithms_that_exist(
      String algorithm, String type, String message) {
    Map<String, String> headers = new HashMap<>();
    headers.put("x-amz-checksum-algorithm", algorithm);
    headers.put("x-amz-checksum-type", type);
    headers.values().removeIf(String::isEmpty);
    assertThat(twin.s3With(headers, "POST", PATH, "uploads=", "").outcome())
        .isEqualTo("400 InvalidRequest: " + message);
  }

  @Test
  void a_part_of_a_composite_brings_its_checksum() {
    String id = begin(Map.of("x-amz-checksum-algorithm", "CRC32"));
    String mismatch =
        "400 InvalidRequest: Checksum Type mismatch occurred, expected checksum Type: crc32, actual"
            + " checksum Type: ";
    assertThat(part(id, Map.of()).outcome()).isEqualTo(mismatch + "null");
    assertThat(part(id, Map.of("x-amz-checksum-crc32c", "4waSgw==")).outcome())
        .isEqualTo(mismatch + "crc32c");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400 InvalidRequest: The upload was created using a crc32 checksum. The complete request"
        + " must include the checksum for each part. It was missing for part 1 in the request.",
    "<ChecksumCRC32C>4waSgw==</ChecksumCRC32C>, 400 BadDigest: The crc32c you specified for part 1"
        + " did not match what we received.",
    "<ChecksumCRC32>y/Q5Jh==</ChecksumCRC32>, 400 InvalidArgument: Invalid Base64 or multiple"
        + " checksums present in request"
  })
  void a_part_of_a_composite_is_listed_with_its_checksum(String sum, String outcome) {
    String id = begin(Map.of("x-amz-checksum-algorithm", "CRC32"));
    String item = item(part(id, Map.of("x-amz-checksum-crc32", CRC32)), sum);
    assertThat(complete(id, Map.of(), item).outcome()).isEqualTo(outcome);
  }

  @Test
  void a_part_that_is_listed_with_another_checksum_is_not_that_part() {
    String id = begin(Map.of("x-amz-checksum-algorithm", "CRC32"));
    Answer part = part(id, Map.of("x-amz-checksum-crc32", CRC32));
    Answer refused = complete(id, Map.of(), item(part, "<ChecksumCRC32>z/Q5Jg==</ChecksumCRC32>"));
    assertThat(refused.outcome()).isEqualTo(NOT_FOUND);
    assertThat(refused.text("UploadId")).isEqualTo(id);
    assertThat(refused.text("PartNumber")).isEqualTo("1");
    assertThat('"' + refused.text("ETag") + '"').isEqualTo(header(part, "ETag"));
  }

  @Test
  void a_part_without_a_checksum_is_not_listed_with_one() {
    String id = begin(Map.of());
    String item = item(part(id, Map.of()), "<ChecksumCRC32C>4waSgw==</ChecksumCRC32C>");
    assertThat(complete(id, Map.of(), item).outcome()).isEqualTo(NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {OF_PARTS, OF_PARTS + "-1"})
  void the_composite_may_be_stated_with_the_number_of_parts(String value) {
    assertThat(completeComposite(Map.of("x-amz-checksum-crc32", value)).outcome()).isEqualTo("200");
  }

  @ParameterizedTest
  @CsvSource({
    "y/Q5Jg==, BadDigest: The crc32 you specified did not match the calculated checksum.",
    "7kxlUA==-2, BadDigest: The crc32 you specified did not match the calculated checksum.",
    "7kxlUA==-a, InvalidRequest: Value for x-amz-checksum-crc32 header is invalid.",
    "y/Q5Jh==, InvalidRequest: Value for x-amz-checksum-crc32 header is invalid."
  })
  void another_composite_is_refused_and_the_upload_goes_on(String value, String outcome) {
    assertThat(completeComposite(Map.of("x-amz-checksum-crc32", value)).outcome())
        .isEqualTo("400 " + outcome);
    assertThat(twin.s3("GET", "/examplebucket", "uploads=", "").body()).contains("<UploadId>");
  }

  @Test
  void the_complete_request_has_the_type_of_the_upload() {
    assertThat(completeComposite(Map.of("x-amz-checksum-type", "FULL_OBJECT")).outcome())
        .isEqualTo(
            "400 InvalidRequest: The upload was created using the COMPOSITE checksum mode. The"
                + " complete request must use the same checksum mode.");
  }

  @ParameterizedTest
  @CsvSource({
    "y/Q5Jg==, FULL_OBJECT, 200",
    "z/Q5Jg==, FULL_OBJECT, 400 BadDigest: The crc32 you specified did not match the calculated"
        + " checksum.",
    "y/Q5Jg==, '', 400 BadDigest: The crc32 you specified did not match the calculated checksum."
  })
  void a_checksum_of_the_whole_object_is_sent_with_its_type(
      String value, String type, String outcome) {
    String id =
        begin(Map.of("x-amz-checksum-algorithm", "CRC32", "x-amz-checksum-type", "FULL_OBJECT"));
    Map<String, String> headers = new HashMap<>(Map.of("x-amz-checksum-crc32", value));
    if (!type.isEmpty()) {
      headers.put("x-amz-checksum-type", type);
    }
    assertThat(complete(id, headers, item(part(id, Map.of()), "")).outcome()).isEqualTo(outcome);
  }

  private Answer completeComposite(Map<String, String> headers) {
    String id = begin(Map.of("x-amz-checksum-algorithm", "CRC32"));
    return complete(id, headers, item(part(id, Map.of("x-amz-checksum-crc32", CRC32)), SUMMED));
  }

  private String begin(Map<String, String> headers) {
    return twin.s3With(headers, "POST", PATH, "uploads=", "").text("UploadId");
  }

  private Answer part(String id, Map<String, String> headers) {
    return twin.s3With(headers, "PUT", PATH, "partNumber=1&uploadId=" + id, BODY);
  }

  private Answer complete(String id, Map<String, String> headers, String parts) {
    String body = "<CompleteMultipartUpload>" + parts + "</CompleteMultipartUpload>";
    return twin.s3With(headers, "POST", PATH, "uploadId=" + id, body);
  }

  private Answer read(Map<String, String> headers) {
    return twin.s3With(headers, "GET", PATH, "");
  }

  private static String item(Answer part, String sum) {
    String etag = header(part, "ETag");
    return "<Part><PartNumber>1</PartNumber><ETag>" + etag + "</ETag>" + sum + "</Part>";
  }

  private static String header(Answer answer, String name) {
    return answer.response().headers().firstValue(name).orElse("");
  }
}
