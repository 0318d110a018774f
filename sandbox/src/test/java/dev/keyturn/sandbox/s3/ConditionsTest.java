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

/**
 * Conditions as the S3 User Guide describes them in "Conditional requests", with the codes, texts
 * and details that LocalStack recorded on AWS in {@code tests/aws/services/s3/test_s3_api.py} and
 * {@code test_s3_preconditions.py}.
 */
class ConditionsTest {
  private static final String PATH = "/examplebucket/config.yml";
  private static final String BEFORE = "Sat, 21 Nov 2026 09:00:09 GMT";
  private static final String THEN = "Sat, 21 Nov 2026 09:00:10 GMT";

  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient twin = sandbox.as("twin");
  private final String etag = etag(twin.s3("HEAD", PATH, "", ""));

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "if-match, ETAG, 200",
    "if-match, \"0123\", 412",
    "if-match, '\"0123\", ETAG', 200",
    "if-none-match, ETAG, 304",
    "if-none-match, *, 304",
    "if-none-match, \"0123\", 200",
    "if-modified-since, '" + BEFORE + "', 200",
    "if-modified-since, '" + THEN + "', 304",
    "if-modified-since, 'Fri, 01 Jan 2100 00:00:00 GMT', 200",
    "if-modified-since, yesterday, 200",
    "if-unmodified-since, '" + BEFORE + "', 412",
    "if-unmodified-since, '" + THEN + "', 200",
  })
  void an_object_is_read_if_it_is_as_the_client_wants_it(String name, String value, int status) {
    Map<String, String> condition = Map.of(name, value.replace("ETAG", etag));
    assertThat(twin.s3With(condition, "GET", PATH, "").status()).isEqualTo(status);
    assertThat(twin.s3With(condition, "HEAD", PATH, "").status()).isEqualTo(status);
  }

  @Test
  void a_matching_etag_takes_precedence_over_a_time() {
    assertThat(read("if-match", etag, "if-unmodified-since", BEFORE)).isEqualTo(200);
    assertThat(read("if-none-match", etag, "if-modified-since", BEFORE)).isEqualTo(304);
    assertThat(read("if-none-match", "\"0123\"", "if-modified-since", THEN)).isEqualTo(200);
  }

  @Test
  void a_refusal_names_the_condition() {
    Answer answer = twin.s3With(Map.of("if-match", "\"0123\""), "GET", PATH, "");
    assertThat(answer.outcome())
        .isEqualTo(
            "412 PreconditionFailed: At least one of the pre-conditions you specified did not"
                + " hold");
    assertThat(answer.text("Condition")).isEqualTo("If-Match");
  }

  @ParameterizedTest
  @CsvSource({
    "if-none-match, *, new, 200",
    "if-none-match, *, config.yml, 412 PreconditionFailed",
    "if-none-match, \"0123\", new, 501 NotImplemented",
    "if-match, ETAG, config.yml, 200",
    "if-match, \"0123\", config.yml, 412 PreconditionFailed",
    "if-match, ETAG, new, 404 NoSuchKey",
    "if-match, *, config.yml, 501 NotImplemented",
    "if-unmodified-since, '" + THEN + "', config.yml, 501 NotImplemented",
    "content-range, bytes 0-3/18, config.yml, 501 NotImplemented",
  })
  void an_object_is_written_if_the_one_before_it_is_as_the_client_wants_it(
      String name, String value, String key, String outcome) {
    String path = "/examplebucket/" + key;
    Map<String, String> condition = Map.of(name, value.replace("ETAG", etag));
    assertThat(twin.s3With(condition, "PUT", path, "mine").outcome()).startsWith(outcome);
    assertThat(twin.s3("GET", path, "", "").body().equals("mine")).isEqualTo(outcome.equals("200"));

    Map<String, String> copy =
        Map.of(
            name, value.replace("ETAG", etag), "x-amz-copy-source", "/examplebucket/Vagrantfile");
    if (!outcome.equals("200")) {
      assertThat(twin.s3With(copy, "PUT", path, "").outcome()).startsWith(outcome);
      assertThat(complete(condition, path).outcome()).startsWith(outcome);
    }
  }

  @Test
  void an_upload_is_completed_if_nothing_came_before_it() {
    assertThat(complete(Map.of("if-none-match", "*"), "/examplebucket/new").outcome())
        .isEqualTo("200");
  }

  @Test
  void two_conditions_of_a_write_are_one_too_many() {
    Answer answer =
        twin.s3With(Map.of("if-match", etag, "if-none-match", "*"), "PUT", PATH, "mine");
    assertThat(answer.outcome()).startsWith("501 NotImplemented: A header you provided implies");
    assertThat(answer.text("Header")).isEqualTo("If-Match,If-None-Match");
    assertThat(answer.text("additionalMessage"))
        .isEqualTo("Multiple conditional request headers present in the request");
  }

  @ParameterizedTest
  @CsvSource({
    "if-match, ETAG, config.yml, 204",
    "if-match, *, config.yml, 204",
    "if-match, \"0123\", config.yml, 412 PreconditionFailed",
    "if-match, *, nothing, 404 NoSuchKey",
    "if-none-match, ETAG, config.yml, 501 NotImplemented",
    "if-unmodified-since, '" + BEFORE + "', config.yml, 501 NotImplemented",
    "x-amz-if-match-size, 18, config.yml, 501 NotImplemented",
  })
  void an_object_is_deleted_if_it_is_as_the_client_wants_it(
      String name, String value, String key, String outcome) {
    Map<String, String> condition = Map.of(name, value.replace("ETAG", etag));
    assertThat(twin.s3With(condition, "DELETE", "/examplebucket/" + key, "").outcome())
        .startsWith(outcome);
    assertThat(twin.s3("HEAD", PATH, "", "").status()).isEqualTo(outcome.equals("204") ? 404 : 200);
  }

  @Test
  void several_objects_are_deleted_each_on_its_own_condition() {
    Answer answer =
        twin.deleteObjects(
            "examplebucket",
            "<Delete><Object><Key>config.yml</Key><ETag>0123</ETag></Object>"
                + "<Object><Key>Vagrantfile</Key><ETag>*</ETag></Object></Delete>");
    assertThat(answer.body())
        .contains(
            "<Error><Key>config.yml</Key><Code>PreconditionFailed</Code>",
            "<Deleted><Key>Vagrantfile</Key></Deleted>");
  }

  /** "you must have the s3:DeleteObject and s3:GetObject permissions", as the User Guide says. */
  @Test
  void a_caller_that_names_an_etag_must_be_allowed_to_read() {
    try (TestSandbox strict =
        TestSandbox.start(
            """
            {"Accounts":[{"AccountId":"123456789012","Users":[{"UserName":"bob","Policies":[
              {"PolicyName":"p","PolicyDocument":{"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":["s3:PutObject","s3:DeleteObject"],"Resource":"*"}]}}]}],
              "Buckets":[{"Name":"b-1","Objects":[{"Key":"x"}]}]}]}
            """)) {
      TestClient bob = strict.as("bob");
      Map<String, String> condition = Map.of("if-match", "\"d41d8cd98f00b204e9800998ecf8427e\"");
      assertThat(bob.s3With(condition, "PUT", "/b-1/x", "").status()).isEqualTo(403);
      assertThat(bob.s3With(condition, "DELETE", "/b-1/x", "").status()).isEqualTo(403);
      assertThat(bob.s3With(Map.of("if-match", "*"), "DELETE", "/b-1/x", "").status())
          .isEqualTo(204);
    }
  }

  private int read(String name, String value, String second, String other) {
    return twin.s3With(Map.of(name, value, second, other), "GET", PATH, "").status();
  }

  private Answer complete(Map<String, String> condition, String path) {
    String id = twin.s3("POST", path, "uploads=", "").text("UploadId");
    String part = etag(twin.s3("PUT", path, "partNumber=1&uploadId=" + id, "mine"));
    String body =
        "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>"
            + part
            + "</ETag></Part></CompleteMultipartUpload>";
    return twin.s3With(condition, "POST", path, "uploadId=" + id, body);
  }

  private static String etag(Answer answer) {
    return answer.response().headers().firstValue("ETag").orElse("");
  }
}
