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

  @ParameterizedTest
  @ValueSource(strings = {"0", "10001"})
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
    assertThat(twin.s3("GET", "/examplebucket", "encoding-type=base64", "").outcome())
        .isEqualTo("400 InvalidArgument: Invalid Encoding Method specified in Request");
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
