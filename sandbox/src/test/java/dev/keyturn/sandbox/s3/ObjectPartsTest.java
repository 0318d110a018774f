package dev.keyturn.sandbox.s3;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.state.identity.Policy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reads of one part, and GetObjectAttributes, as AWS answers them according to the recordings of <a
 * href="https://github.com/localstack/localstack/pull/12764">LocalStack</a>.
 */
class ObjectPartsTest {
  private static final String PATH = "/attic/big";
  private static final String ALL = "ETag,Checksum,ObjectParts,StorageClass,ObjectSize";
  private static final String POLICY =
      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"ACTION\","
          + "\"Resource\":\"*\"}}";

  private final TestSandbox sandbox =
      TestSandbox.start(
          """
          {"Accounts":[{"AccountId":"123456789012",
            "Users":[
              {"UserName":"alice","Policies":[{"PolicyName":"p","PolicyDocument":
                {"Version":"2012-10-17","Statement":
                  {"Effect":"Allow","Action":"s3:*","Resource":"*"}}}]},
              {"UserName":"bob"}],
            "Buckets":[{"Name":"attic","Objects":[
              {"Key":"plain","Body":"plain"},
              {"Key":"empty"},
              {"Key":"big","Body":"aaabbc","PartSizes":[3,2,1],"ChecksumAlgorithm":"SHA256",
               "ChecksumType":"COMPOSITE"},
              {"Key":"full","Body":"aaabb","PartSizes":[3,2],"ChecksumAlgorithm":"CRC32"}]}]}]}
          """);
  private final TestClient alice = sandbox.as("alice");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1, aaa, bytes 0-2/6, 3",
    "2, bb, bytes 3-4/6, 3",
    "3, c, bytes 5-5/6, 3",
  })
  void a_part_can_be_read_alone(String number, String body, String range, String count) {
    Answer part = alice.s3("GET", PATH, "partNumber=" + number, "");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(body);
    assertThat(header(part, "content-range")).isEqualTo(range);
    assertThat(header(part, "x-amz-mp-parts-count")).isEqualTo(count);
    Answer head = alice.s3("HEAD", PATH, "partNumber=" + number, "");
    assertThat(head.status()).isEqualTo(206);
    assertThat(header(head, "content-length")).isEqualTo("" + body.length());
    assertThat(header(head, "x-amz-mp-parts-count")).isEqualTo(count);
  }

  @Test
  void an_object_that_was_stored_in_one_piece_is_its_own_first_part() {
    Answer part = alice.s3("GET", "/attic/plain", "partNumber=1", "");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("plain");
    assertThat(header(part, "x-amz-mp-parts-count")).isEmpty();
    assertThat(alice.s3("GET", "/attic/empty", "partNumber=1", "").status()).isEqualTo(200);
  }

  @Test
  void the_number_of_parts_is_not_mentioned_without_a_part_number() {
    assertThat(header(alice.s3("GET", PATH, "", ""), "x-amz-mp-parts-count")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/attic/big, 4, 416 InvalidPartNumber: The requested partnumber is not satisfiable",
    "/attic/plain, 2, 416 InvalidPartNumber: The requested partnumber is not satisfiable",
    "/attic/big, 0, '400 InvalidArgument: Part number must be an integer between 1 and 10000,"
        + " inclusive'",
    "/attic/big, x, '400 InvalidArgument: Part number must be an integer between 1 and 10000,"
        + " inclusive'",
  })
  void a_missing_part(String path, String number, String outcome) {
    assertThat(alice.s3("GET", path, "partNumber=" + number, "").outcome()).isEqualTo(outcome);
  }

  @Test
  void a_refused_part_number_is_answered_with_the_number_of_parts() {
    Answer refused = alice.s3("GET", PATH, "partNumber=9", "");
    assertThat(refused.text("PartNumberRequested")).isEqualTo("9");
    assertThat(refused.text("ActualPartCount")).isEqualTo("3");
  }

  @Test
  void a_part_and_a_range_exclude_each_other() {
    assertThat(
            alice.s3With(Map.of("range", "bytes=0-1"), "GET", PATH, "partNumber=1", "").outcome())
        .isEqualTo(
            "400 InvalidRequest: Cannot specify both Range header and partNumber query parameter");
  }

  @ParameterizedTest
  @CsvSource({
    "/attic/big, partNumber=2, x-amz-checksum-sha256, O2TblctVx2M5HHBxCEia4YtBEteDMA3jjgM7TJjD3q8=",
    "/attic/full, partNumber=2, x-amz-checksum-crc32, ''",
    "/attic/full, '', x-amz-checksum-crc32, XIiRwA==",
  })
  void a_part_has_a_checksum_where_that_of_the_object_is_one_of_the_parts(
      String path, String query, String name, String value) {
    Map<String, String> mode = Map.of("x-amz-checksum-mode", "ENABLED");
    assertThat(header(alice.s3With(mode, "GET", path, query, ""), name)).isEqualTo(value);
  }

  @Test
  void the_parts_of_a_composite_are_listed_with_their_checksums() {
    Answer answer = attributes(alice, PATH, ALL, Map.of("x-amz-max-parts", "2"));
    assertThat(answer.body())
        .containsSubsequence(
            "<GetObjectAttributesResponse xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">",
            "<ETag>",
            "-3</ETag><Checksum><ChecksumSHA256>",
            "=</ChecksumSHA256><ChecksumType>COMPOSITE</ChecksumType></Checksum>",
            "<ObjectParts><PartsCount>3</PartsCount><PartNumberMarker>0</PartNumberMarker>",
            "<NextPartNumberMarker>2</NextPartNumberMarker><MaxParts>2</MaxParts>",
            "<IsTruncated>true</IsTruncated><Part><PartNumber>1</PartNumber><Size>3</Size>",
            "<ChecksumSHA256>",
            "</ChecksumSHA256></Part><Part><PartNumber>2</PartNumber>",
            "</Part></ObjectParts><StorageClass>STANDARD</StorageClass><ObjectSize>6</ObjectSize>");
    assertThat(header(answer, "last-modified")).isNotEmpty();
    Answer rest = attributes(alice, PATH, "ObjectParts", Map.of("x-amz-part-number-marker", "2"));
    assertThat(rest.text("PartNumber")).isEqualTo("3");
    assertThat(rest.text("IsTruncated")).isEqualTo("false");
    assertThat(rest.has("ETag")).isFalse();
  }

  @Test
  void the_parts_of_other_objects_are_counted_or_not_mentioned() {
    assertThat(attributes(alice, "/attic/full", ALL, Map.of()).body())
        .contains(
            "<Checksum><ChecksumCRC32>XIiRwA==</ChecksumCRC32>"
                + "<ChecksumType>FULL_OBJECT</ChecksumType></Checksum>"
                + "<ObjectParts><PartsCount>2</PartsCount></ObjectParts>");
    assertThat(attributes(alice, "/attic/plain", ALL, Map.of()).has("ObjectParts")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '400 InvalidRequest: The x-amz-object-attributes header specifying the attributes to be"
        + " retrieved is either missing or empty'",
    "'ETag,Colour', 400 InvalidArgument: Invalid attribute name specified.",
  })
  void attributes_have_names(String names, String outcome) {
    assertThat(attributes(alice, PATH, names, Map.of()).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"s3:GetObject", "s3:GetObjectAttributes"})
  void attributes_need_two_permissions(String action) {
    policy(action);
    assertThat(attributes(sandbox.as("bob"), PATH, "ETag", Map.of()).status()).isEqualTo(403);
    policy("s3:GetObject*");
    assertThat(attributes(sandbox.as("bob"), PATH, "ETag", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void the_headers_of_this_operation_are_not_obeyed_by_others() {
    Map<String, String> header = Map.of("x-amz-max-parts", "1");
    assertThat(alice.s3With(header, "GET", PATH, "").status()).isEqualTo(501);
  }

  @Test
  void uploads_and_their_parts_name_their_initiator_and_owner() {
    String id = alice.s3("POST", PATH, "uploads=", "").text("UploadId");
    String people =
        "<Initiator><ID>arn:aws:iam::123456789012:user/alice</ID></Initiator>"
            + "<Owner><ID>123456789012</ID></Owner><StorageClass>STANDARD</StorageClass>";
    assertThat(alice.s3("GET", "/attic", "uploads=", "").body()).contains(people);
    assertThat(alice.s3("GET", PATH, "uploadId=" + id, "").body()).contains(people);
  }

  private void policy(String action) {
    String document = POLICY.replace("ACTION", action);
    requireNonNull(sandbox.state().accounts().get(0).user("bob"))
        .policies()
        .put("p", new Policy("p", document));
  }

  private static Answer attributes(
      TestClient client, String path, String names, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    if (!names.isEmpty()) {
      headers.put("x-amz-object-attributes", names);
    }
    return client.s3With(headers, "GET", path, "attributes=", "");
  }

  private static String header(Answer answer, String name) {
    return answer.response().headers().firstValue(name).orElse("");
  }
}
