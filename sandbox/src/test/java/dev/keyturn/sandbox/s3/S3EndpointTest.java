package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.TestSigner;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3EndpointTest {
  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient twin = sandbox.as("twin");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void buckets_are_listed() {
    assertThat(twin.s3("GET", "/", "", "").body())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListAllMyBucketsResult ")
        .contains("<Bucket><Name>examplebucket</Name><CreationDate>2026-11-21T09:00:10.000Z<");
  }

  @Test
  void listing_without_permission_is_denied() {
    assertThat(sandbox.as("alice").s3("GET", "/", "", "").outcome())
        .isEqualTo(
            "403 AccessDenied: User: arn:aws:iam::123456789012:user/alice is not authorized to"
                + " perform: s3:ListAllMyBuckets with an explicit deny in an identity-based"
                + " policy");
  }

  @Test
  void an_error_has_the_root_of_s3() {
    assertThat(sandbox.as("alice").s3("GET", "/", "", "").body())
        .matches(
            "<\\?xml[^>]*\\?>\n<Error><Code>AccessDenied</Code><Message>User: [^<]*</Message>"
                + "<RequestId>[0-9a-f-]{36}</RequestId></Error>");
  }

  /** As in all answers of AWS that LocalStack recorded, {@code ServerSideEncryption}. */
  @ParameterizedTest
  @CsvSource({"PUT, AES256", "GET, AES256", "HEAD, AES256", "DELETE, ''"})
  void answers_to_writes_and_reads_have_the_encryption_header(String method, String value) {
    assertThat(
            twin.s3(method, "/examplebucket/config.yml", "", "")
                .response()
                .headers()
                .firstValue("x-amz-server-side-encryption")
                .orElse(""))
        .isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /examplebucket/none, '', Key, none",
    "GET, /nobucket/none, '', BucketName, nobucket",
    "DELETE, /examplebucket, '', BucketName, examplebucket",
    "GET, /examplebucket/none, uploadId=u, UploadId, u",
  })
  void a_refusal_names_what_it_is_about(
      String method, String path, String query, String element, String value) {
    assertThat(twin.s3(method, path, query, "").text(element)).isEqualTo(value);
  }

  @Test
  void objects_are_listed_in_order() {
    Answer answer = twin.s3("GET", "/examplebucket", "list-type=2", "");
    assertThat(answer.body())
        .containsSubsequence(
            "<KeyCount>3</KeyCount><IsTruncated>false</IsTruncated>",
            "<Key>Vagrantfile</Key>",
            "<Key>config.yml</Key>",
            "<Size>18</Size>",
            "<Key>screenshot-1.png</Key>");
  }

  @Test
  void a_listing_is_cut_into_pages() {
    Answer first = twin.s3("GET", "/examplebucket", "list-type=2&max-keys=2", "");
    assertThat(first.text("IsTruncated")).isEqualTo("true");
    String token = first.text("NextContinuationToken").replace("=", "%3D");
    Answer second =
        twin.s3(
            "GET", "/examplebucket", "continuation-token=" + token + "&list-type=2&max-keys=2", "");
    assertThat(second.text("Key")).isEqualTo("screenshot-1.png");
    assertThat(second.text("IsTruncated")).isEqualTo("false");
  }

  @Test
  void keys_below_a_delimiter_become_one_prefix() {
    twin.s3("PUT", "/examplebucket/a/1", "", "x");
    twin.s3("PUT", "/examplebucket/a/2", "", "x");
    Answer answer = twin.s3("GET", "/examplebucket", "delimiter=%2F&list-type=2", "");
    assertThat(answer.body()).containsOnlyOnce("<CommonPrefixes><Prefix>a/</Prefix>");
    assertThat(twin.s3("GET", "/examplebucket", "list-type=2&prefix=a%2F", "").text("KeyCount"))
        .isEqualTo("2");
  }

  @Test
  void pages_with_a_delimiter_repeat_no_prefix() {
    twin.s3("PUT", "/examplebucket/A/1", "", "x");
    twin.s3("PUT", "/examplebucket/A/2", "", "x");
    Answer first = twin.s3("GET", "/examplebucket", "delimiter=%2F&list-type=2&max-keys=1", "");
    assertThat(first.body()).contains("<Prefix>A/</Prefix></CommonPrefixes>");
    String token = first.text("NextContinuationToken").replace("=", "%3D");
    Answer second =
        twin.s3(
            "GET",
            "/examplebucket",
            "continuation-token=" + token + "&delimiter=%2F&list-type=2&max-keys=1",
            "");
    assertThat(second.text("Key")).isEqualTo("Vagrantfile");
  }

  @Test
  void an_object_is_stored_and_read_back() {
    assertThat(twin.s3("PUT", "/examplebucket/notes.txt", "", "hello").status()).isEqualTo(200);
    Answer answer = twin.s3("GET", "/examplebucket/notes.txt", "", "");
    assertThat(answer.body()).isEqualTo("hello");
    assertThat(answer.response().headers().firstValue("ETag"))
        .hasValue("\"5d41402abc4b2a76b9719d911017c592\"");
    assertThat(answer.response().headers().firstValue("Last-Modified"))
        .hasValue("Sat, 21 Nov 2026 09:00:10 GMT");
  }

  @Test
  void an_answer_without_a_body_has_no_length_and_no_type() {
    String path = "/examplebucket/config.yml";
    String etag = twin.s3("HEAD", path, "", "").response().headers().firstValue("ETag").orElse("");
    TestClient.Answer known = twin.s3With(Map.of("if-none-match", etag), "GET", path, "");
    TestClient.Answer deleted = twin.s3("DELETE", path, "", "");
    assertThat(List.of(known.status(), deleted.status())).containsExactly(304, 204);
    for (TestClient.Answer answer : List.of(known, deleted)) {
      assertThat(answer.response().headers().map())
          .doesNotContainKeys("Content-Length", "content-length", "Content-Type", "content-type");
    }
  }

  @Test
  void a_key_of_any_character_is_kept() {
    String path = "/examplebucket/a%20b/%C3%A9%2B%26.txt";
    twin.s3("PUT", path, "", "x");
    assertThat(twin.s3("GET", path, "", "").body()).isEqualTo("x");
    assertThat(twin.s3("GET", "/examplebucket", "list-type=2&prefix=a", "").text("Key"))
        .isEqualTo("a b/é+&.txt");
  }

  @Test
  void a_part_of_an_object_is_read() {
    assertThat(ranged("bytes=0-5")).isEqualTo("206 region");
    assertThat(ranged("bytes=8-")).isEqualTo("206 us-east-1\n");
    assertThat(ranged("bytes=-2")).isEqualTo("206 1\n");
    assertThat(ranged("bytes=5-2")).startsWith("200 ");
    assertThat(ranged("bytes=0-1,4-5")).startsWith("200 ");
    assertThat(ranged("bytes=-0")).startsWith("416 ").contains("InvalidRange");
    assertThat(ranged("bytes=8-99999999999999999999")).isEqualTo("206 us-east-1\n");
    assertThat(ranged("bytes=-99999999999999999999")).startsWith("206 region");
    assertThat(ranged("bytes=9223372036854775808-9223372036854775809")).startsWith("416 ");
    assertThat(ranged("bytes=0000000000000000000000008-")).isEqualTo("206 us-east-1\n");
    assertThat(ranged("bytes=100-"))
        .startsWith("416 ")
        .contains("InvalidRange", "<ActualObjectSize>18<", "<RangeRequested>bytes=100-<");
  }

  @Test
  void head_answers_without_a_body() {
    Answer answer = twin.s3("HEAD", "/examplebucket/config.yml", "", "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.response().headers().firstValue("Content-Length")).hasValue("18");
    assertThat(twin.s3("HEAD", "/examplebucket", "", "").status()).isEqualTo(200);
    assertThat(twin.s3("HEAD", "/examplebucket/nothing", "", "").status()).isEqualTo(404);
    assertThat(twin.s3("HEAD", "/nobucket", "", "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /examplebucket/nothing, 404 NoSuchKey: The specified key does not exist.",
    "GET, /nobucket/key, 404 NoSuchBucket: The specified bucket does not exist",
    "PUT, /nobucket/key, 404 NoSuchBucket: The specified bucket does not exist"
  })
  void a_missing_key_or_bucket_is_reported(String method, String path, String outcome) {
    assertThat(twin.s3(method, path, "", "").outcome()).isEqualTo(outcome);
  }

  @Test
  void what_the_sandbox_does_not_have_says_so() {
    assertThat(twin.s3("GET", "/examplebucket", "acl=", "").status()).isEqualTo(501);
    assertThat(twin.s3("PUT", "/examplebucket", "versioning=", "").status()).isEqualTo(501);
  }

  @Test
  void an_unknown_key_is_refused_in_s3s_words() {
    assertThat(
            sandbox
                .with("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
                .s3("GET", "/", "", "")
                .outcome())
        .isEqualTo(
            "403 InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our"
                + " records.");
  }

  @Test
  void a_wrong_secret_is_refused_in_s3s_words() {
    assertThat(twin.withSecret("wrong").s3("GET", "/", "", "").outcome())
        .isEqualTo(
            "403 SignatureDoesNotMatch: The request signature we calculated does not match the"
                + " signature you provided. Check your key and signing method.");
  }

  @Test
  void an_expired_session_is_refused_in_s3s_words() {
    TestClient session = twin.call("GetSessionToken", "DurationSeconds", "900").session();
    sandbox.pass(Duration.ofMinutes(15));
    assertThat(session.s3("GET", "/", "", "").outcome())
        .isEqualTo("400 ExpiredToken: The provided token has expired.");
  }

  @Test
  void a_wrong_token_is_refused_in_s3s_words() {
    TestClient session = twin.call("GetSessionToken").session();
    assertThat(session.withToken("FwoGZXIvYXdzEXAMPLE").s3("GET", "/", "", "").outcome())
        .isEqualTo("400 InvalidToken: The provided token is malformed or otherwise invalid.");
  }

  @Test
  void an_unsigned_request_is_denied() {
    HttpResponse<String> response =
        sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/examplebucket")).build());
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("<Code>AccessDenied</Code>");
  }

  @Test
  void a_body_other_than_the_signed_one_is_refused() {
    String hash = TestSigner.sha256(new byte[] {1});
    assertThat(twin.s3("PUT", "/examplebucket/x", "", "hello", hash).outcome())
        .isEqualTo(
            "400 XAmzContentSHA256Mismatch: The provided 'x-amz-content-sha256' header does not"
                + " match what was computed.");
  }

  @Test
  void a_body_can_go_unsigned() {
    assertThat(twin.s3("PUT", "/examplebucket/x", "", "hello", "UNSIGNED-PAYLOAD").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "UNSIGNED", "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD"})
  void any_other_hash_is_an_invalid_argument(String hash) {
    assertThat(twin.s3("PUT", "/examplebucket/x", "", "hello", hash).outcome())
        .startsWith("400 InvalidArgument: x-amz-content-sha256 must be ");
  }

  @Test
  void a_presigned_url_reads_an_object() {
    assertThat(presigned("/examplebucket/config.yml").body()).isEqualTo("region: us-east-1\n");
    sandbox.pass(Duration.ofSeconds(61));
    assertThat(presigned("/examplebucket/config.yml").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amz-copy-source", "x-amz-acl", "X-Amz-Storage-Class"})
  void a_header_that_was_not_signed_is_refused_and_named(String header) {
    String query =
        new TestSigner(twin.accessKeyId(), twin.secret(), "s3", "us-east-1")
            .presigned(
                "PUT",
                "/examplebucket/x",
                sandbox.host(),
                sandbox.now(),
                Map.of("X-Amz-Expires", "60"));
    HttpResponse<String> response =
        sandbox.send(
            HttpRequest.newBuilder(URI.create(sandbox.url() + "/examplebucket/x?" + query))
                .PUT(HttpRequest.BodyPublishers.ofString("mine"))
                .header(header, "/examplebucket/config.yml")
                .build());

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body())
        .contains(
            "<Code>AccessDenied</Code>",
            "<Message>There were headers present in the request which were not signed</Message>",
            "<HeadersNotSigned>" + header.toLowerCase(Locale.ROOT) + "</HeadersNotSigned>");
    assertThat(twin.s3("GET", "/examplebucket/x", "", "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-tagging, a=b",
    "x-amz-acl, public-read",
    "x-amz-grant-read, id=1",
    "x-amz-object-lock-mode, GOVERNANCE",
    "x-amz-storage-class, GLACIER",
    "x-amz-server-side-encryption-customer-algorithm, AES256",
    "x-amz-server-side-encryption, aws:kms",
    "x-amz-website-redirect-location, /elsewhere",
    "x-amz-anything-new, 1",
    "x-amz-checksum-xxhash64, AAAAAAAAAAA=",
  })
  void a_header_that_the_sandbox_does_not_obey_is_refused(String name, String value) {
    assertThat(twin.s3With(Map.of(name, value), "PUT", "/examplebucket/x", "").outcome())
        .isEqualTo(
            "501 NotImplemented: A header you provided implies functionality that is not"
                + " implemented: "
                + name);
    assertThat(twin.s3("GET", "/examplebucket/x", "", "").status()).isEqualTo(404);
  }

  /** As Backlot measured it of AWS, see {@link dev.keyturn.sandbox.s3.wire.ListQuery}. */
  @ParameterizedTest
  @CsvSource({
    "PATCH, /examplebucket/config.yml, OBJECT",
    "POST, /examplebucket/config.yml, OBJECT",
    "PATCH, /examplebucket, BUCKET",
    "PUT, /, SERVICE"
  })
  void a_method_that_no_operation_has_is_not_allowed(String method, String path, String kind) {
    TestClient.Answer answer = twin.s3(method, path, "", "");
    assertThat(answer.outcome())
        .isEqualTo(
            "405 MethodNotAllowed: The specified method is not allowed against this resource.");
    assertThat(answer.text("Method")).isEqualTo(method);
    assertThat(answer.text("ResourceType")).isEqualTo(kind);
  }

  @Test
  void a_trailer_that_is_announced_comes_and_no_other() {
    Map<String, String> announced = Map.of("x-amz-trailer", "x-amz-checksum-crc32");
    String body = "3\r\nabc\r\n0\r\n";
    String trailer = "X-Amz-Checksum-CRC32:NSRBwg==\r\n\r\n";
    String path = "/examplebucket/x";
    assertThat(twin.s3Streamed(announced, path, body + trailer, 3).outcome()).isEqualTo("200");
    String malformed =
        "400 MalformedTrailerError: The request contained trailing data that was not well-formed or"
            + " did not conform to our published schema.";
    assertThat(twin.s3Streamed(announced, path, body + "\r\n", 3).outcome()).isEqualTo(malformed);
    assertThat(twin.s3Streamed(Map.of(), path, body + trailer, 3).outcome()).isEqualTo(malformed);
    assertThat(twin.s3With(announced, "PUT", path, "abc").outcome()).isEqualTo(malformed);
    assertThat(twin.s3Streamed(announced, path, body + trailer.replace("NSR", "AAA"), 3).outcome())
        .startsWith("400 BadDigest: ");
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-meta-owner, The value specified in the x-amz-trailer header is not supported",
    "'x-amz-checksum-crc32, x-amz-checksum-crc32c', Expecting a single x-amz-checksum- header."
        + " Multiple checksum Types are not allowed."
  })
  void one_checksum_is_announced(String trailers, String problem) {
    String body = "3\r\nabc\r\n0\r\nx-amz-meta-owner:me\r\n\r\n";
    assertThat(
            twin.s3Streamed(Map.of("x-amz-trailer", trailers), "/examplebucket/x", body, 3)
                .outcome())
        .isEqualTo("400 InvalidRequest: " + problem);
  }

  @Test
  void a_checksum_that_is_announced_comes() {
    assertThat(
            twin.s3With(
                    Map.of("x-amz-sdk-checksum-algorithm", "CRC32"), "PUT", "/examplebucket/x", "")
                .outcome())
        .isEqualTo(
            "400 InvalidRequest: x-amz-sdk-checksum-algorithm specified, but no corresponding"
                + " x-amz-checksum-* or x-amz-trailer headers were found.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "!"})
  void a_continuation_token_must_be_one_of_a_page(String token) {
    String query = "continuation-token=" + TestSigner.encode(token) + "&list-type=2";
    assertThat(twin.s3("GET", "/examplebucket", query, "").outcome())
        .isEqualTo("400 InvalidArgument: The continuation token provided is incorrect");
  }

  @ParameterizedTest
  @CsvSource({"x-amz-acl, private", "x-amz-storage-class, STANDARD", "x-amz-meta-mine, 1"})
  void a_header_that_asks_for_the_default_is_accepted(String name, String value) {
    assertThat(twin.s3With(Map.of(name, value), "PUT", "/examplebucket/x", "").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"123456789012, 200", "210987654321, 403"})
  void a_bucket_must_belong_to_the_expected_owner(String account, int status) {
    Map<String, String> expected = Map.of("x-amz-expected-bucket-owner", account);
    assertThat(twin.s3With(expected, "GET", "/examplebucket/config.yml", "").status())
        .isEqualTo(status);
  }

  @Test
  void a_bucket_of_another_account_is_closed() {
    try (TestSandbox two =
        TestSandbox.start(
            """
            {"Accounts":[{"AccountId":"123456789012","Users":[{"UserName":"bob","Policies":[
              {"PolicyName":"all","PolicyDocument":{"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":"*","Resource":"*"}]}}]}]},
              {"AccountId":"210987654321","Buckets":[{"Name":"theirs"}]}]}
            """)) {
      assertThat(two.as("bob").s3("GET", "/theirs", "list-type=2", "").outcome())
          .isEqualTo("403 AccessDenied: Access Denied");
    }
  }

  /** S3 reports the right region, in an element and, for HEAD, in a header. */
  @ParameterizedTest
  @CsvSource({"GET, /, us-east-1", "GET, /nothing, us-east-1", "HEAD, /berlin, eu-central-1"})
  void a_region_that_cannot_be_one_is_refused_with_the_right_one(
      String method, String path, String region) {
    String place =
        "<CreateBucketConfiguration><LocationConstraint>eu-central-1</LocationConstraint>"
            + "</CreateBucketConfiguration>";
    assertThat(twin.s3("PUT", "/berlin", "", place).status()).isEqualTo(200);
    Answer refused = twin.in("US").s3(method, path, "", "");
    assertThat(refused.response().headers().firstValue("x-amz-bucket-region")).hasValue(region);
    if (method.equals("GET")) {
      assertThat(refused.outcome())
          .isEqualTo(
              "400 AuthorizationHeaderMalformed: The authorization header is malformed; the region"
                  + " 'US' is wrong; expecting 'us-east-1'");
      assertThat(refused.text("Region")).isEqualTo(region);
    }
  }

  /**
   * What getSignedUrl of the SDK for JavaScript signs by default. The checksum is that of an empty
   * body, which AWS ignores for the upload (localstack/localstack#12169).
   */
  @Test
  void a_presigned_upload_of_the_sdk_for_javascript_is_stored() {
    Map<String, String> words =
        Map.of(
            "X-Amz-Content-Sha256",
            "UNSIGNED-PAYLOAD",
            "X-Amz-Expires",
            "60",
            "x-amz-checksum-crc32",
            "AAAAAA==",
            "x-amz-sdk-checksum-algorithm",
            "CRC32",
            "x-amz-meta-mine",
            "1",
            "x-id",
            "PutObject");
    assertThat(presignedPut(words).statusCode()).isEqualTo(200);
    Answer stored = twin.s3("GET", "/examplebucket/x", "", "");
    assertThat(stored.body()).isEqualTo("hello");
    assertThat(stored.response().headers().firstValue("x-amz-meta-mine")).hasValue("1");
  }

  /** Headers in the query of a presigned URL count as headers, so they are refused alike. */
  @ParameterizedTest
  @CsvSource({"x-amz-acl, public-read", "x-amz-tagging, a=b", "versionId, 1"})
  void a_presigned_upload_with_what_the_sandbox_does_not_obey_is_refused(
      String word, String value) {
    assertThat(presignedPut(Map.of(word, value, "X-Amz-Expires", "60")).statusCode())
        .isEqualTo(501);
    assertThat(twin.s3("GET", "/examplebucket/x", "", "").status()).isEqualTo(404);
  }

  private HttpResponse<String> presignedPut(Map<String, String> words) {
    String path = "/examplebucket/x";
    String query =
        new TestSigner(twin.accessKeyId(), twin.secret(), "s3", "us-east-1")
            .presigned("PUT", path, sandbox.host(), sandbox.now(), words);
    return sandbox.send(
        HttpRequest.newBuilder(URI.create(sandbox.url() + path + "?" + query))
            .PUT(HttpRequest.BodyPublishers.ofString("hello"))
            .build());
  }

  private String ranged(String range) {
    String path = "/examplebucket/config.yml";
    String hash = TestSigner.sha256(new byte[0]);
    Map<String, String> headers =
        Map.of(
            "host",
            sandbox.host(),
            "x-amz-date",
            TestSigner.stamp(sandbox.now()),
            "x-amz-content-sha256",
            hash);
    TestSigner signer = new TestSigner(twin.accessKeyId(), twin.secret(), "s3", "us-east-1");
    HttpResponse<String> response =
        sandbox.send(
            HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Range", range)
                .header("x-amz-date", TestSigner.stamp(sandbox.now()))
                .header("x-amz-content-sha256", hash)
                .header("Authorization", signer.authorization("GET", path, "", headers, hash))
                .build());
    return response.statusCode() + " " + response.body();
  }

  private HttpResponse<String> presigned(String path) {
    String query =
        new TestSigner(twin.accessKeyId(), twin.secret(), "s3", "us-east-1")
            .presigned("GET", path, sandbox.host(), sandbox.now(), Map.of("X-Amz-Expires", "60"));
    return sandbox.send(
        HttpRequest.newBuilder(URI.create(sandbox.url() + path + "?" + query)).build());
  }
}
