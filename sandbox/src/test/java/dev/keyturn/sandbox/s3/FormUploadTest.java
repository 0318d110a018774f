package dev.keyturn.sandbox.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.TestSigner;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms from browsers: what is stored and answered, and what S3 refuses in which words. */
class FormUploadTest {
  private static final String BOUNDARY = "----form";

  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient twin = sandbox.as("twin");
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final List<String> conditions = new ArrayList<>();
  private String file = "the file";
  private @Nullable String fileName = "C:\\photos\\cat.jpg";

  @BeforeEach
  void a_form_for_one_key() {
    field("key", "form/a b");
    conditions.add("{\"bucket\":\"examplebucket\"}");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void the_file_is_stored_with_the_headers_of_the_form() {
    field("Content-Type", "text/plain");
    field("Cache-Control", "max-age=60");
    field("x-amz-meta-owner", "älice");
    field("x-amz-server-side-encryption", "AES256");
    fields.put("x-ignore-this", "no condition");
    Answer done = post();
    assertThat(done.outcome()).isEqualTo("204");
    assertThat(header(done, "Location")).isEqualTo(sandbox.url() + "/examplebucket/form%2Fa%20b");
    Answer read = twin.s3("GET", "/examplebucket/form/a%20b", "", "");
    assertThat(read.body()).isEqualTo("the file");
    assertThat(header(read, "ETag")).isEqualTo(header(done, "ETag"));
    assertThat(header(read, "Content-Type")).isEqualTo("text/plain");
    assertThat(header(read, "Cache-Control")).isEqualTo("max-age=60");
  }

  @Test
  void the_name_of_the_file_can_be_part_of_the_key() {
    fields.put("key", "form/${filename}");
    conditions.set(0, "[\"starts-with\",\"$key\",\"form/\"]");
    assertThat(post().outcome()).isEqualTo("204");
    assertThat(twin.s3("GET", "/examplebucket/form/cat.jpg", "", "").body()).isEqualTo("the file");
  }

  @ParameterizedTest
  @CsvSource({"200, 200", "201, 201", "204, 204", "404, 204"})
  void the_form_says_with_which_status_it_is_answered(String wish, int status) {
    field("success_action_status", wish);
    Answer done = post();
    assertThat(done.status()).isEqualTo(status);
    if (status == 201) {
      assertThat(done.body())
          .contains(
              "<PostResponse><Location>"
                  + sandbox.url()
                  + "/examplebucket/form%2Fa%20b</Location><Bucket>examplebucket</Bucket>"
                  + "<Key>form/a b</Key><ETag>&quot;");
    } else {
      assertThat(done.body()).isEmpty();
    }
  }

  /** As in https://github.com/layervault/layervault_ruby_client/issues/8. */
  @Test
  void the_browser_is_sent_on() {
    field("success_action_redirect", "https://example.com/done?x=1");
    Answer done = post();
    assertThat(done.status()).isEqualTo(303);
    assertThat(header(done, "Location"))
        .startsWith("https://example.com/done?x=1&bucket=examplebucket&key=form%2Fa+b&etag=%22");
  }

  @Test
  void a_session_signs_with_its_token() {
    String serial = "arn:aws:iam::123456789012:mfa/alice";
    TestClient session =
        sandbox
            .as("alice")
            .call("GetSessionToken", "SerialNumber", serial, "TokenCode", sandbox.code(serial))
            .session();
    field("x-amz-security-token", requireNonNull(session.sessionToken()));
    assertThat(post(session).outcome()).isEqualTo("204");
    fields.remove("x-amz-security-token");
    assertThat(post(session).outcome()).startsWith("403 InvalidAccessKeyId: ");
  }

  @Test
  void who_may_not_put_the_object_may_not_post_it() {
    assertThat(post(sandbox.as("alice")).outcome())
        .startsWith("403 AccessDenied: User: arn:aws:iam::123456789012:user/alice is not")
        .contains("s3:PutObject on resource: \"arn:aws:s3:::examplebucket/form/a b\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"eq\",\"$key\",\"other\"]|403 AccessDenied: Invalid according to Policy: Policy Condition failed: [\"eq\", \"$key\", \"other\"]",
        "{\"Key\":\"other\"}|403 AccessDenied: Invalid according to Policy: Policy Condition failed: [\"eq\", \"$Key\", \"other\"]",
        "[\"eq\",\"$acl\",\"private\"]|403 AccessDenied: Invalid according to Policy: Policy Condition failed: [\"eq\", \"$acl\", \"private\"]",
        "[\"starts-with\",\"$key\",\"user/\"]|403 AccessDenied: Invalid according to Policy: Policy Condition failed: [\"starts-with\", \"$key\", \"user/\"]",
        "[\"starts-with\",\"$key\",\"form/\"]|204",
        "[\"starts-with\",\"$key\",\"\"]|204",
        "[\"starts-with\",\"$acl\",\"\"]|403 AccessDenied: Invalid according to Policy: Policy Condition failed: [\"starts-with\", \"$acl\", \"\"]",
        "[\"starts-with\",\"key\",\"form/\"]|403 AccessDenied: Invalid according to Policy: Policy Condition failed: [\"starts-with\", \"key\", \"form/\"]",
        "[\"content-length-range\",0,8]|204",
        "[\"content-length-range\",\"8\",\"8\"]|204",
        "[\"content-length-range\",0,7]|400 EntityTooLarge: Your proposed upload exceeds the maximum allowed size",
        "[\"content-length-range\",9,20]|400 EntityTooSmall: Your proposed upload is smaller than the minimum allowed size",
        "{\"a\":\"b\",\"c\":\"d\"}|400 InvalidPolicyDocument: Invalid Policy: Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.",
        "{\"a\":1}|400 InvalidPolicyDocument: Invalid Policy: Invalid Simple-Condition: value must be a string.",
        "[]|400 InvalidPolicyDocument: Invalid Policy: Invalid Condition: missing operation identifier.",
        "[\"is\",\"$key\",\"x\"]|400 InvalidPolicyDocument: Invalid Policy: Invalid Condition: unknown operation 'is'.",
        "[\"eq\",\"$key\"]|400 InvalidPolicyDocument: Invalid Policy: Invalid eq: wrong number of arguments.",
        "\"eq\"|400 InvalidPolicyDocument: Invalid Policy: Invalid condition test: must be a List or Object.",
        "{\"a\":null}|400 InvalidPolicyDocument: Invalid Policy: Invalid JSON.",
        "[\"content-length-range\",\"5\",\"10\"]|204",
        "[\"content-length-range\",\"test\",\"10\"]|403 AccessDenied: Invalid according to Policy: Policy Condition failed: [\"content-length-range\", \"test\", \"10\"]",
        "[\"content-length-range\",0,512.5]|400 InvalidPolicyDocument: Invalid Policy: Invalid JSON.",
        "[\"eq\",\"$key\",\"a\\\"b\"]|403 AccessDenied: Invalid according to Policy: Policy Condition failed: [\"eq\", \"$key\", \"a\\\"b\"]"
      })
  void a_condition_must_be_met(String condition, String outcome) {
    conditions.add(condition);
    assertThat(post().outcome()).isEqualTo(outcome);
  }

  @Test
  void each_of_several_content_types_must_begin_as_one_would() {
    fields.put("Content-Type", "image/png, image/gif");
    conditions.add("[\"starts-with\",\"$Content-Type\",\"image/\"]");
    assertThat(post().outcome()).isEqualTo("204");
    fields.put("Content-Type", "image/png, text/html");
    assertThat(post().outcome()).contains("Policy Condition failed");
  }

  @Test
  void a_field_without_a_condition_is_one_too_many() {
    fields.put("Content-Type", "text/plain");
    assertThat(post().outcome())
        .isEqualTo(
            "403 AccessDenied: Invalid according to Policy: Extra input fields: content-type");
  }

  @Test
  void the_bucket_must_have_a_condition_too() {
    conditions.remove("{\"bucket\":\"examplebucket\"}");
    assertThat(post().outcome())
        .isEqualTo("403 AccessDenied: Invalid according to Policy: Extra input fields: bucket");
  }

  @Test
  void a_policy_expires() {
    Map<String, String> form = signed(twin);
    sandbox.pass(Duration.ofMinutes(59));
    assertThat(send("/examplebucket", form).outcome()).isEqualTo("204");
    sandbox.pass(Duration.ofMinutes(1));
    assertThat(send("/examplebucket", form).outcome())
        .isEqualTo("403 AccessDenied: Invalid according to Policy: Policy expired.");
  }

  @Test
  void another_policy_than_the_signed_one_is_refused() {
    Map<String, String> form = signed(twin);
    form.put("policy", form.get("policy") + "Cg==");
    assertThat(send("/examplebucket", form).outcome())
        .isEqualTo(
            "403 SignatureDoesNotMatch: The request signature we calculated does not match the"
                + " signature you provided. Check your key and signing method.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key|Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
        "policy|Bucket POST must contain a field named 'policy'.  If it is specified, please check the order of the fields.",
        "x-amz-signature|Bucket POST must contain a field named 'X-Amz-Signature'.  If it is specified, please check the order of the fields.",
        "file|POST requires exactly one file upload per request."
      })
  void a_field_that_is_missing_is_named(String missing, String message) {
    Map<String, String> form = signed(twin);
    form.remove(missing);
    if (missing.equals("file")) {
      file = "";
    }
    assertThat(send("/examplebucket", form).outcome()).isEqualTo("400 InvalidArgument: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-amz-credential|/20261121/us-east-1/s3/aws4_request|a non-empty Access Key (AKID) must be provided in the credential.",
        "x-amz-credential|AKIAIOSFODNN7EXAMPLE|the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".",
        "x-amz-credential|AKIAIOSFODNN7EXAMPLE/today/us-east-1/s3/aws4_request|incorrect date format \"today\". This date in the credential must be in the format \"yyyyMMdd\".",
        "x-amz-credential|AKIAIOSFODNN7EXAMPLE/20261121/us-east-1/s3/aws4|incorrect terminal \"aws4\". This endpoint uses \"aws4_request\".",
        "x-amz-credential|AKIAIOSFODNN7EXAMPLE/20261121/us-east-1/sts/aws4_request|incorrect service \"sts\". This endpoint belongs to \"s3\".",
        "x-amz-credential|AKIAIOSFODNN7EXAMPLE/20261120/us-east-1/s3/aws4_request|Invalid credential date \"20261120\". This date is not the same as X-Amz-Date: \"20261121\".",
        "x-amz-date|yesterday|X-Amz-Date must be formated via ISO8601 Long format"
      })
  void a_claim_has_a_form(String field, String value, String message) {
    Map<String, String> form = signed(twin);
    form.put(field, value);
    Answer refused = send("/examplebucket", form);
    assertThat(refused.outcome()).isEqualTo("400 InvalidArgument: " + message);
    assertThat(refused.text("ArgumentName")).isEqualToIgnoringCase(field);
    assertThat(refused.text("ArgumentValue")).isEqualTo(value);
  }

  @Test
  void nobody_uploads_unsigned() {
    assertThat(send("/examplebucket", new LinkedHashMap<>(Map.of("key", "x"))).outcome())
        .isEqualTo("403 AccessDenied: Access Denied");
  }

  /** Requests that are not such forms are for sign-in at this path. */
  @Test
  void a_form_is_for_a_bucket_of_whatever_name() {
    conditions.set(conditions.size() - 1, "{\"bucket\":\"federation\"}");
    twin.s3("PUT", "/federation", "", "");
    assertThat(send("/federation", signed(twin)).outcome()).isEqualTo("204");
    HttpRequest signin = HttpRequest.newBuilder(URI.create(sandbox.url() + "/federation")).build();
    assertThat(answer(signin).body()).contains("getSigninToken");
  }

  @Test
  void other_bodies_are_not_forms() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/examplebucket"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("key=x"))
            .build();
    assertThat(answer(request).outcome()).startsWith("412 PreconditionFailed: ");
    assertThat(answer(body("/examplebucket", "no form")).outcome())
        .startsWith("400 MalformedPOSTRequest: ");
  }

  /** As LocalStack recorded it on AWS; an empty name is put in. */
  @Test
  void a_file_without_a_name_leaves_the_key_as_it_is() {
    fields.put("key", "form/${filename}");
    conditions.set(0, "[\"starts-with\",\"$key\",\"form/\"]");
    fileName = null;
    assertThat(post().outcome()).isEqualTo("204");
    assertThat(twin.s3("GET", "/examplebucket/form/%24%7Bfilename%7D", "", "").body())
        .isEqualTo("the file");
    fileName = "";
    assertThat(post().outcome()).isEqualTo("204");
    assertThat(twin.s3("GET", "/examplebucket/form/", "", "").body()).isEqualTo("the file");
  }

  /** As others saw it, and for Base64 as versitygw words it. */
  @ParameterizedTest
  @CsvSource({
    "'', Expecting '{' but found End-of-Input",
    "****, invalid Base64 encoding.",
    "bm8ganNvbg==, Invalid JSON."
  })
  void a_policy_is_an_encoded_object(String policy, String problem) {
    assertThat(send("/examplebucket", signed(twin, policy)).outcome())
        .isEqualTo("400 InvalidPolicyDocument: Invalid Policy: " + problem);
  }

  /** https://github.com/waynehoover/s3_direct_upload/issues/45 */
  @Test
  void the_fields_have_20_kib() {
    conditions.add("[\"starts-with\",\"$x-amz-meta-long\",\"\"]");
    fields.put("x-ignore-this", "x".repeat(19_000));
    assertThat(post().outcome())
        .isEqualTo(
            "403 AccessDenied: Invalid according to Policy: Policy Condition failed: [\"starts-with\", \"$x-amz-meta-long\", \"\"]");
    fields.put("x-ignore-this", "x".repeat(20_480));
    Answer refused = post();
    assertThat(refused.outcome())
        .isEqualTo(
            "400 MaxPostPreDataLengthExceeded: Your POST request fields preceeding the upload file"
                + " was too large.");
    assertThat(refused.text("MaxPostPreDataLengthBytes")).isEqualTo("20480");
  }

  @Test
  void what_the_sandbox_does_not_obey_is_not_implemented() {
    field("acl", "public-read");
    assertThat(post().outcome()).startsWith("501 NotImplemented: ");
    assertThat(twin.s3("HEAD", "/examplebucket/form/a%20b", "", "").status()).isEqualTo(404);
  }

  /** As recorded in https://github.com/CulturalMe/meteor-slingshot/issues/150. */
  @Test
  void a_form_signed_for_no_region_names_the_credential() {
    Answer refused = post(twin.in("US"));
    assertThat(refused.outcome())
        .isEqualTo("400 InvalidArgument: the region 'US' is wrong; expecting 'us-east-1'");
    assertThat(refused.text("ArgumentName")).isEqualTo("X-Amz-Credential");
    assertThat(refused.text("ArgumentValue"))
        .startsWith(twin.accessKeyId() + "/20261121/US/s3/aws4_request");
  }

  @Test
  void a_checksum_is_that_of_the_file() {
    field("x-amz-checksum-crc32", "AAAAAA==");
    assertThat(post().outcome())
        .isEqualTo("400 BadDigest: The CRC32 you specified did not match the calculated checksum.");
  }

  /** A field with its condition. */
  private void field(String name, String value) {
    fields.put(name, value);
    conditions.add("{\"" + name + "\":\"" + value + "\"}");
  }

  private Answer post() {
    return post(twin);
  }

  private Answer post(TestClient client) {
    return send("/examplebucket", signed(client));
  }

  /** The fields with a policy that is valid for an hour, and its signature. */
  private Map<String, String> signed(TestClient client) {
    TestSigner signer =
        new TestSigner(client.accessKeyId(), client.secret(), "s3", client.region());
    String stamp = TestSigner.stamp(sandbox.now());
    Map<String, String> form = new LinkedHashMap<>(fields);
    form.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
    form.put("x-amz-credential", client.accessKeyId() + "/" + signer.scope(stamp));
    form.put("x-amz-date", stamp);
    List<String> all = new ArrayList<>(conditions);
    form.forEach((name, value) -> {
      if (name.matches("x-amz-(algorithm|credential|date)")) {
        all.add("{\"" + name + "\":\"" + value + "\"}");
      }
    });
    String policy =
        "{\"expiration\":\"%s\",\"conditions\":[%s]}"
            .formatted(sandbox.now().plusSeconds(3600), String.join(",", all));
    String encoded = Base64.getEncoder().encodeToString(policy.getBytes(UTF_8));
    form.putAll(signed(client, encoded));
    return form;
  }

  /** A form for one key with this policy, right or not. */
  private Map<String, String> signed(TestClient client, String policy) {
    TestSigner signer =
        new TestSigner(client.accessKeyId(), client.secret(), "s3", client.region());
    String stamp = TestSigner.stamp(sandbox.now());
    Map<String, String> form = new LinkedHashMap<>(fields);
    form.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
    form.put("x-amz-credential", client.accessKeyId() + "/" + signer.scope(stamp));
    form.put("x-amz-date", stamp);
    form.put("policy", policy);
    form.put(
        "x-amz-signature", HexFormat.of().formatHex(TestSigner.hmac(signer.key(stamp), policy)));
    return form;
  }

  private Answer send(String path, Map<String, String> form) {
    StringBuilder body = new StringBuilder();
    form.forEach((name, value) ->
        body.append(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, value)));
    if (!file.isEmpty()) {
      body.append(
          "--%s\r\nContent-Disposition: form-data; name=\"file\"%s\r\nContent-Type: image/jpeg\r\n\r\n%s\r\n"
              .formatted(
                  BOUNDARY, fileName == null ? "" : "; filename=\"" + fileName + "\"", file));
    }
    body.append("--").append(BOUNDARY).append("--\r\n");
    return answer(body(path, body.toString()));
  }

  private HttpRequest body(String path, String body) {
    return HttpRequest.newBuilder(URI.create(sandbox.url() + path))
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private Answer answer(HttpRequest request) {
    HttpResponse<String> response = sandbox.send(request);
    return new Answer(sandbox, response.statusCode(), response.body(), response);
  }

  private static String header(Answer answer, String name) {
    return answer.response().headers().firstValue(name).orElse("");
  }
}
