package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Listings as the S3 API reference describes ListBuckets, ListObjects, ListObjectsV2 and
 * ListMultipartUploads, and as LocalStack recorded them on AWS in {@code
 * tests/aws/services/s3/test_s3_list_operations.snapshot.json}.
 */
class ListingsTest {
  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient twin = sandbox.as("twin");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void buckets_are_listed_in_pages_below_a_prefix() {
    for (String name : List.of("logs-3", "logs-1", "logs-2", "other")) {
      twin.s3("PUT", "/" + name, "", "");
    }
    Answer first = twin.s3("GET", "/", "max-buckets=2&prefix=logs-", "");
    assertThat(texts(first, "Name")).containsExactly("logs-1", "logs-2");
    assertThat(first.text("Prefix")).isEqualTo("logs-");
    String token = first.text("ContinuationToken").replace("=", "%3D");
    Answer second =
        twin.s3("GET", "/", "continuation-token=" + token + "&max-buckets=2&prefix=logs-", "");
    assertThat(texts(second, "Name")).containsExactly("logs-3");
    assertThat(second.has("ContinuationToken")).isFalse();
  }

  @Test
  void buckets_are_listed_by_region() {
    twin.in("eu-central-1")
        .s3(
            "PUT",
            "/far-away",
            "",
            "<CreateBucketConfiguration><LocationConstraint>eu-central-1</LocationConstraint>"
                + "</CreateBucketConfiguration>");
    Answer answer = twin.s3("GET", "/", "bucket-region=eu-central-1", "");
    assertThat(texts(answer, "Name")).containsExactly("far-away");
    assertThat(answer.text("BucketRegion")).isEqualTo("eu-central-1");
  }

  /** As recorded on AWS in November 2025. */
  @Test
  void buckets_of_no_region_are_not_listed() {
    Answer answer = twin.s3("GET", "/", "bucket-region=eu-east-1", "");
    assertThat(answer.outcome())
        .isEqualTo("400 InvalidArgument: Argument value eu-east-1 is not a valid AWS Region");
    assertThat(answer.text("ArgumentName")).isEqualTo("bucket-region");
    Answer created =
        twin.s3(
            "PUT",
            "/nowhere",
            "",
            "<CreateBucketConfiguration><LocationConstraint>eu-east-1</LocationConstraint>"
                + "</CreateBucketConfiguration>");
    assertThat(created.outcome())
        .isEqualTo("400 InvalidLocationConstraint: The specified location-constraint is not valid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "10001"})
  void a_page_of_buckets_has_1_to_10000(String number) {
    assertThat(twin.s3("GET", "/", "max-buckets=" + number, "").outcome())
        .isEqualTo(
            "400 InvalidArgument: Argument max-buckets must be an integer between 1 and 10000");
  }

  /** Without a delimiter, the last key is the next marker. */
  @Test
  void the_first_version_names_the_next_marker_with_a_delimiter_only() {
    assertThat(twin.s3("GET", "/examplebucket", "max-keys=1", "").has("NextMarker")).isFalse();
    assertThat(twin.s3("GET", "/examplebucket", "delimiter=%2F&max-keys=1", "").text("NextMarker"))
        .isEqualTo("Vagrantfile");
  }

  @Test
  void the_second_version_names_the_owner_when_asked() {
    assertThat(twin.s3("GET", "/examplebucket", "list-type=2", "").has("Owner")).isFalse();
    assertThat(twin.s3("GET", "/examplebucket", "fetch-owner=true&list-type=2", "").text("ID"))
        .isEqualTo("123456789012");
    assertThat(twin.s3("GET", "/examplebucket", "", "").text("ID")).isEqualTo("123456789012");
  }

  @Test
  void keys_are_percent_encoded_when_asked() {
    twin.s3("PUT", "/examplebucket/a/b%20%C3%A9", "", "");
    Answer plain = twin.s3("GET", "/examplebucket", "list-type=2&prefix=a%2F", "");
    assertThat(plain.text("Key")).isEqualTo("a/b é");
    Answer encoded =
        twin.s3(
            "GET",
            "/examplebucket",
            "delimiter=%252F&encoding-type=url&list-type=2&prefix=a%2F",
            "");
    assertThat(encoded.text("Key")).isEqualTo("a/b+%C3%A9");
    assertThat(encoded.text("Delimiter")).isEqualTo("%252F");
    assertThat(encoded.text("EncodingType")).isEqualTo("url");
    for (String encoding : List.of("base64", "")) {
      Answer refused = twin.s3("GET", "/examplebucket", "encoding-type=" + encoding, "");
      assertThat(refused.outcome())
          .isEqualTo("400 InvalidArgument: Invalid Encoding Method specified in Request");
      assertThat(refused.text("ArgumentName")).isEqualTo("encoding-type");
    }
    assertThat(twin.s3("GET", "/examplebucket", "encoding-type=URL", "").text("EncodingType"))
        .isEqualTo("URL");
  }

  @Test
  void uploads_are_listed_by_key_and_then_by_time() {
    String late = begin("b/1");
    sandbox.pass(Duration.ofSeconds(1));
    String latest = begin("b/1");
    begin("a/1");
    begin("c");
    Answer all = twin.s3("GET", "/examplebucket", "uploads=", "");
    assertThat(texts(all, "Key")).containsExactly("a/1", "b/1", "b/1", "c");
    assertThat(texts(all, "UploadId")).containsSubsequence(late, latest);
    assertThat(all.text("IsTruncated")).isEqualTo("false");
  }

  @Test
  void uploads_are_listed_in_pages() {
    String first = begin("a");
    sandbox.pass(Duration.ofSeconds(1));
    String second = begin("a");
    begin("b");
    Answer page = twin.s3("GET", "/examplebucket", "max-uploads=1&uploads=", "");
    assertThat(texts(page, "UploadId")).containsExactly(first);
    assertThat(page.text("NextKeyMarker")).isEqualTo("a");
    assertThat(page.text("NextUploadIdMarker")).isEqualTo(first);
    assertThat(page.text("IsTruncated")).isEqualTo("true");
    String marker = "key-marker=a&max-uploads=1&upload-id-marker=" + first + "&uploads=";
    assertThat(texts(twin.s3("GET", "/examplebucket", marker, ""), "UploadId"))
        .containsExactly(second);
    assertThat(texts(twin.s3("GET", "/examplebucket", "key-marker=a&uploads=", ""), "Key"))
        .containsExactly("b");
  }

  @Test
  void the_marked_upload_is_one_of_the_marked_key() {
    String other = begin("b");
    begin("a");
    for (String id : List.of(other, "invented")) {
      Answer answer =
          twin.s3("GET", "/examplebucket", "key-marker=a&upload-id-marker=" + id + "&uploads=", "");
      assertThat(answer.outcome()).isEqualTo("400 InvalidArgument: Invalid uploadId marker");
      assertThat(answer.text("ArgumentValue")).isEqualTo(id);
    }
    assertThat(twin.s3("GET", "/examplebucket", "upload-id-marker=invented&uploads=", "").status())
        .isEqualTo(200);
  }

  @Test
  void the_last_page_of_uploads_names_its_last_upload_too() {
    assertThat(twin.s3("GET", "/examplebucket", "uploads=", "").body())
        .contains("<NextKeyMarker></NextKeyMarker><NextUploadIdMarker></NextUploadIdMarker>");
    String id = begin("a");
    Answer all = twin.s3("GET", "/examplebucket", "uploads=", "");
    assertThat(all.text("NextKeyMarker")).isEqualTo("a");
    assertThat(all.text("NextUploadIdMarker")).isEqualTo(id);
  }

  /** A quirk of AWS, which makes a client that pages so begin again. */
  @Test
  void a_page_of_prefixes_names_no_upload() {
    begin("folder/aSubfolder/subFile1");
    begin("folder/file1");
    Answer page =
        twin.s3(
            "GET", "/examplebucket", "delimiter=%2F&max-uploads=1&prefix=folder%2F&uploads=", "");
    assertThat(page.text("IsTruncated")).isEqualTo("true");
    assertThat(page.body())
        .contains("<NextKeyMarker></NextKeyMarker><NextUploadIdMarker></NextUploadIdMarker>");
  }

  @Test
  void a_marker_below_a_prefix_passes_the_prefix() {
    for (String key : List.of("aSubfolder/subFile1", "aSubfolder/subFile2", "file1", "file2")) {
      twin.s3("PUT", "/examplebucket/folder/" + key, "", "");
      begin("folder/" + key);
    }
    String marker = "marker=folder%2FaSubfolder%2FsubFile1";
    Answer objects =
        twin.s3("GET", "/examplebucket", "delimiter=%2F&" + marker + "&prefix=folder%2F", "");
    assertThat(texts(objects, "Key")).containsExactly("folder/file1", "folder/file2");
    assertThat(objects.has("CommonPrefixes")).isFalse();
    Answer uploads =
        twin.s3(
            "GET",
            "/examplebucket",
            "delimiter=%2F&key-" + marker + "&prefix=folder%2F&uploads=",
            "");
    assertThat(texts(uploads, "Key")).containsExactly("folder/file1", "folder/file2");
    assertThat(uploads.has("CommonPrefixes")).isFalse();
  }

  /** Java's order of texts is another: there the emoji comes first. */
  @Test
  void keys_are_in_the_order_of_their_bytes() {
    List<String> sorted = List.of("%EF%BF%BD", "%F0%9F%98%80", "%F0%9F%98%81");
    for (String key : List.of(sorted.get(1), sorted.get(2), sorted.get(0))) {
      twin.s3("PUT", "/examplebucket/order/" + key, "", "");
      twin.s3("POST", "/examplebucket/order/" + key, "uploads=", "");
    }
    for (String query : List.of("", "&uploads=")) {
      Answer answer =
          twin.s3("GET", "/examplebucket", "encoding-type=url&prefix=order%2F" + query, "");
      assertThat(texts(answer, "Key"))
          .containsExactlyElementsOf(sorted.stream().map(key -> "order/" + key).toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "max-keys=2147483647,2147483647",
    "max-keys=1001,1001",
    "max-keys=0000000000000005,5",
    "max-keys=-0,0",
    "max-keys=,1000"
  })
  void the_number_of_keys_is_answered_as_it_was_asked_for(String query, String answered) {
    Answer answer = twin.s3("GET", "/examplebucket", "list-type=2&" + query, "");
    assertThat(answer.text("MaxKeys")).isEqualTo(answered);
    assertThat(answer.text("IsTruncated")).isEqualTo("false");
  }

  @ParameterizedTest
  @CsvSource({
    "max-keys,abc,Provided max-keys not an integer or within integer range",
    "max-keys,%2B5,Provided max-keys not an integer or within integer range",
    "max-keys,2147483648,Provided max-keys not an integer or within integer range",
    "max-keys,-2147483649,Provided max-keys not an integer or within integer range",
    "maxKeys,-01,Argument maxKeys must be an integer between 0 and 2147483647",
    "max-uploads,1000000000000,Provided max-uploads not an integer or within integer range",
    "max-uploads,-1,Argument max-uploads must be an integer between 0 and 2147483647"
  })
  void a_number_of_no_page_is_refused(String argument, String value, String problem) {
    boolean ofUploads = argument.equals("max-uploads");
    String word = ofUploads ? argument : "max-keys";
    Answer answer =
        twin.s3("GET", "/examplebucket", word + "=" + value + (ofUploads ? "&uploads=" : ""), "");
    assertThat(answer.outcome()).isEqualTo("400 InvalidArgument: " + problem);
    assertThat(answer.text("ArgumentName")).isEqualTo(argument);
  }

  @Test
  void where_a_page_starts_is_answered_unless_a_token_says_it() {
    assertThat(twin.s3("GET", "/examplebucket", "list-type=2&start-after=", "").body())
        .contains("<StartAfter></StartAfter>");
    String token =
        twin.s3("GET", "/examplebucket", "list-type=2&max-keys=1", "")
            .text("NextContinuationToken")
            .replace("=", "%3D");
    Answer next =
        twin.s3(
            "GET",
            "/examplebucket",
            "continuation-token=" + token + "&list-type=2&start-after=z",
            "");
    assertThat(next.text("KeyCount")).isEqualTo("2");
    assertThat(next.has("StartAfter")).isFalse();
    assertThat(twin.s3("GET", "/examplebucket", "continuation-token=&list-type=2", "").outcome())
        .isEqualTo("400 InvalidArgument: The continuation token provided is incorrect");
  }

  @Test
  void times_have_milliseconds() {
    assertThat(twin.s3("GET", "/examplebucket", "list-type=2", "").text("LastModified"))
        .isEqualTo("2026-11-21T09:00:10.000Z");
    assertThat(twin.s3("GET", "/", "", "").text("CreationDate"))
        .isEqualTo("2026-11-21T09:00:10.000Z");
  }

  @Test
  void uploads_below_a_delimiter_become_one_prefix() {
    begin("a/1");
    begin("a/2");
    begin("b");
    Answer answer = twin.s3("GET", "/examplebucket", "delimiter=%2F&uploads=", "");
    assertThat(texts(answer, "Key")).containsExactly("b");
    assertThat(answer.body()).containsOnlyOnce("<CommonPrefixes><Prefix>a/</Prefix>");
    assertThat(
            texts(
                twin.s3("GET", "/examplebucket", "encoding-type=url&prefix=a%2F&uploads=", ""),
                "Key"))
        .containsExactly("a/1", "a/2");
  }

  private String begin(String key) {
    return twin.s3("POST", "/examplebucket/" + key, "uploads=", "").text("UploadId");
  }

  private static List<String> texts(Answer answer, String element) {
    Matcher matcher =
        Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(answer.body());
    List<String> texts = new ArrayList<>();
    while (matcher.find()) {
      texts.add(matcher.group(1));
    }
    return texts;
  }
}
