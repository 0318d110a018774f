package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {
  private static final String BIG = "b".repeat(5 * 1024 * 1024);
  private static final String PATH = "/examplebucket/big%20one";

  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient twin = sandbox.as("twin");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void parts_become_one_object() {
    String id = begin();
    String first = part(id, 1, BIG);
    String second = part(id, 3, "end");
    Answer done = complete(id, item(1, first) + item(3, second));
    assertThat(done.outcome()).isEqualTo("200");
    assertThat(done.text("ETag")).matches("\"[0-9a-f]{32}-2\"");
    assertThat(done.text("Location")).isEqualTo(sandbox.url() + PATH);
    assertThat(twin.s3("GET", PATH, "", "").body()).isEqualTo(BIG + "end");
    assertThat(complete(id, item(1, first)).outcome()).startsWith("404 NoSuchUpload: ");
  }

  @ParameterizedTest
  @CsvSource({
    "3, 200",
    "4, 400 InvalidRequest: The provided 'x-amz-mp-object-size' header value 4 does not match what"
        + " was computed: 3"
  })
  void the_size_of_the_object_can_be_stated(String size, String outcome) {
    String id = begin();
    String body =
        "<CompleteMultipartUpload>" + item(1, part(id, 1, "end")) + "</CompleteMultipartUpload>";
    Map<String, String> headers = Map.of("x-amz-mp-object-size", size);
    assertThat(twin.s3With(headers, "POST", PATH, "uploadId=" + id, body).outcome())
        .isEqualTo(outcome);
  }

  @Test
  void an_object_does_not_exist_before_its_upload_is_complete() {
    part(begin(), 1, "x");
    assertThat(twin.s3("GET", PATH, "", "").status()).isEqualTo(404);
  }

  @Test
  void parts_are_listed_in_pages() {
    String id = begin();
    part(id, 2, "two");
    part(id, 1, "one");
    part(id, 2, "second");
    Answer page = twin.s3("GET", PATH, "max-parts=1&uploadId=" + id, "");
    assertThat(page.text("PartNumber")).isEqualTo("1");
    assertThat(page.text("IsTruncated")).isEqualTo("true");
    assertThat(page.body()).contains("<Owner><ID>123456789012</ID></Owner>");
    assertThat(page.text("StorageClass")).isEqualTo("STANDARD");
    Answer rest = twin.s3("GET", PATH, "part-number-marker=1&uploadId=" + id, "");
    assertThat(rest.text("Size")).isEqualTo("6");
    assertThat(rest.text("IsTruncated")).isEqualTo("false");
    assertThat(twin.s3("GET", "/examplebucket", "uploads=", "").text("UploadId")).isEqualTo(id);
  }

  /** As recorded on AWS by LocalStack, in {@code test_list_parts_pagination}. */
  @Test
  void a_page_without_parts_is_the_last() {
    String id = begin();
    part(id, 1, "one");
    Answer after = twin.s3("GET", PATH, "part-number-marker=10&uploadId=" + id, "");
    assertThat(after.text("PartNumberMarker")).isEqualTo("10");
    assertThat(after.text("NextPartNumberMarker")).isEqualTo("0");
    assertThat(twin.s3("GET", PATH, "max-parts=0&uploadId=" + id, "").text("IsTruncated"))
        .isEqualTo("false");
  }

  @Test
  void parts_are_listed_by_numbers() {
    String id = begin();
    assertThat(twin.s3("GET", PATH, "max-parts=all&uploadId=" + id, "").outcome())
        .isEqualTo(
            "400 InvalidArgument: Provided max-parts not an integer or within integer range");
  }

  @Test
  void an_aborted_upload_is_gone() {
    String id = begin();
    assertThat(twin.s3("DELETE", PATH, "uploadId=" + id, "").status()).isEqualTo(204);
    assertThat(twin.s3("GET", PATH, "uploadId=" + id, "").outcome())
        .isEqualTo(
            "404 NoSuchUpload: The specified upload does not exist. The upload ID may be invalid,"
                + " or the upload may have been aborted or completed.");
  }

  @Test
  void a_part_can_be_a_piece_of_another_object() {
    String id = begin();
    Map<String, String> source =
        Map.of(
            "x-amz-copy-source",
            "examplebucket/config.yml",
            "x-amz-copy-source-range",
            "bytes=0-5");
    String etag = twin.s3With(source, "PUT", PATH, "partNumber=1&uploadId=" + id, "").text("ETag");
    complete(id, item(1, etag));
    assertThat(twin.s3("GET", PATH, "", "").body()).isEqualTo("region");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-, The x-amz-copy-source-range value must be of the form",
    "bytes=5-2, Range specified is not valid for source object of size: 18",
    "bytes=0-18, Range specified is not valid for source object of size: 18",
  })
  void the_range_of_a_copied_part_must_be_within_its_source(String range, String message) {
    Map<String, String> source =
        Map.of("x-amz-copy-source", "examplebucket/config.yml", "x-amz-copy-source-range", range);
    assertThat(twin.s3With(source, "PUT", PATH, "partNumber=1&uploadId=" + begin(), "").outcome())
        .startsWith("400 InvalidArgument: " + message);
  }

  @ParameterizedTest
  @CsvSource({
    "1, \"x\", 400 InvalidPart: One or more of the specified parts could not be found.",
    "7, \"x\", 400 InvalidPart: One or more of the specified parts could not be found."
  })
  void a_part_that_was_not_uploaded(int number, String etag, String outcome) {
    String id = begin();
    part(id, 1, "one");
    assertThat(complete(id, item(number, etag)).outcome()).startsWith(outcome);
  }

  @Test
  void parts_have_an_order_and_a_least_size() {
    String id = begin();
    String first = part(id, 1, "small");
    String second = part(id, 2, "end");
    assertThat(complete(id, item(2, second) + item(1, first)).outcome())
        .startsWith("400 InvalidPartOrder: ");
    assertThat(complete(id, item(1, first) + item(2, second)).outcome())
        .isEqualTo(
            "400 EntityTooSmall: Your proposed upload is smaller than the minimum allowed size");
    assertThat(complete(id, "").outcome()).startsWith("400 MalformedXML: ");
  }

  @ParameterizedTest
  @CsvSource({"0", "10001", "x"})
  void a_part_number_is_1_to_10000(String number) {
    assertThat(twin.s3("PUT", PATH, "partNumber=" + number + "&uploadId=" + begin(), "x").outcome())
        .isEqualTo(
            "400 InvalidArgument: Part number must be an integer between 1 and 10000, inclusive");
  }

  private String begin() {
    return twin.s3("POST", PATH, "uploads=", "").text("UploadId");
  }

  private String part(String id, int number, String body) {
    return twin.s3("PUT", PATH, "partNumber=" + number + "&uploadId=" + id, body)
        .response()
        .headers()
        .firstValue("ETag")
        .orElse("");
  }

  private static String item(int number, String etag) {
    return "<Part><PartNumber>" + number + "</PartNumber><ETag>" + etag + "</ETag></Part>";
  }

  private Answer complete(String id, String parts) {
    String body = "<CompleteMultipartUpload>" + parts + "</CompleteMultipartUpload>";
    return twin.s3("POST", PATH, "uploadId=" + id, body);
  }
}
