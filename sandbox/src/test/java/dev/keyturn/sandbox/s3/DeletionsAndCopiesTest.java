package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionsAndCopiesTest {
  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient twin = sandbox.as("twin");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void a_deleted_object_is_gone_and_deleting_it_again_succeeds() {
    assertThat(twin.s3("DELETE", "/examplebucket/config.yml", "", "").status()).isEqualTo(204);
    assertThat(twin.s3("GET", "/examplebucket/config.yml", "", "").status()).isEqualTo(404);
    assertThat(twin.s3("DELETE", "/examplebucket/config.yml", "", "").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /examplebucket/config.yml, policy=",
    "DELETE, /examplebucket/config.yml, uploads=",
    "DELETE, /examplebucket, uploads=",
    "DELETE, /examplebucket, location=",
    "PUT, /examplebucket/config.yml, delete=",
    "GET, /examplebucket/config.yml, policy=",
    "GET, /examplebucket, partNumber=1",
    "GET, /examplebucket/config.yml, versionId=1",
    "DELETE, /examplebucket/config.yml, versionId=1",
    "GET, /examplebucket, versions=",
    "GET, /examplebucket, max-buckets=1&prefix=c",
    "DELETE, /examplebucket/config.yml, prefix=c",
    "PUT, /examplebucket/config.yml, tagging=",
    "PUT, /examplebucket/config.yml, acl=",
    "PUT, /examplebucket/config.yml, retention=",
    "PUT, /examplebucket/config.yml, x-amz-acl=public-read",
  })
  void a_request_about_a_part_of_an_object_is_refused_and_the_object_stays(
      String method, String path, String query) {
    String before = twin.s3("GET", "/examplebucket/config.yml", "", "").body();

    assertThat(twin.s3(method, path, query, "").status()).isEqualTo(501);
    assertThat(twin.s3("GET", "/examplebucket/config.yml", "", "").body()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "if-match, *, 200",
    "if-match, 0123, 412",
    "if-none-match, 0123, 200",
    "if-none-match, *, 412",
    "if-modified-since, 'Sat, 01 Jan 2000 00:00:00 GMT', 200",
    "if-modified-since, 'Sat, 21 Nov 2026 09:00:10 GMT', 412",
    "if-modified-since, 'Fri, 01 Jan 2100 00:00:00 GMT', 200",
    "if-unmodified-since, 'Fri, 01 Jan 2100 00:00:00 GMT', 200",
    "if-unmodified-since, 'Sat, 01 Jan 2000 00:00:00 GMT', 412",
  })
  void a_copy_is_made_if_the_source_is_as_the_caller_wants_it(
      String condition, String value, int status) {
    Map<String, String> headers =
        Map.of(
            "x-amz-copy-source",
            "/examplebucket/config.yml",
            "x-amz-copy-source-" + condition,
            value);
    assertThat(twin.s3With(headers, "PUT", "/examplebucket/copy", "").status()).isEqualTo(status);
  }

  @Test
  void several_objects_are_deleted_at_once() {
    Answer answer =
        deleteAll(
            "<Delete><Object><Key>config.yml</Key></Object>"
                + "<Object><Key>a&amp;b</Key></Object></Delete>");
    assertThat(answer.body())
        .contains(
            "<Deleted><Key>config.yml</Key></Deleted>", "<Deleted><Key>a&amp;b</Key></Deleted>");
    assertThat(twin.s3("GET", "/examplebucket", "list-type=2", "").text("KeyCount")).isEqualTo("2");
  }

  @Test
  void a_version_is_not_deleted_as_if_it_were_the_object() {
    assertThat(
            deleteAll(
                    "<Delete><Object><Key>config.yml</Key></Object><Object><Key>Vagrantfile</Key>"
                        + "<VersionId>1</VersionId></Object></Delete>")
                .status())
        .isEqualTo(501);
    assertThat(twin.s3("HEAD", "/examplebucket/config.yml", "", "").status()).isEqualTo(200);
    Map<String, String> source =
        Map.of("x-amz-copy-source", "/examplebucket/config.yml?versionId=1");
    assertThat(twin.s3With(source, "PUT", "/examplebucket/copy", "").status()).isEqualTo(501);
  }

  @Test
  void a_quiet_deletion_reports_errors_only() {
    assertThat(
            deleteAll("<Delete><Quiet>true</Quiet><Object><Key>config.yml</Key></Object></Delete>")
                .body())
        .doesNotContain("Deleted");
  }

  @Test
  void each_key_is_decided_on_its_own() {
    try (TestSandbox strict =
        TestSandbox.start(
            """
            {"Accounts":[{"AccountId":"123456789012","Users":[{"UserName":"bob","Policies":[
              {"PolicyName":"p","PolicyDocument":{"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::b-1/mine/*"}]}}]}],
              "Buckets":[{"Name":"b-1","Objects":[{"Key":"mine/1"},{"Key":"yours/1"}]}]}]}
            """)) {
      String wish =
          "<Delete><Object><Key>mine/1</Key></Object><Object><Key>yours/1</Key></Object></Delete>";
      assertThat(strict.as("bob").deleteObjects("b-1", wish).body())
          .contains(
              "<Deleted><Key>mine/1</Key></Deleted>",
              "<Error><Key>yours/1</Key><Code>AccessDenied</Code><Message>User: arn:");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<Delete>",
        "<Delete></Delete>",
        "<Delete><Object></Object></Delete>",
        "<Other><Object><Key>a</Key></Object></Other>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Delete><Object><Key>&e;</Key>"
            + "</Object></Delete>"
      })
  void an_invalid_deletion_request_is_malformed(String body) {
    assertThat(deleteAll(body).outcome())
        .isEqualTo(
            "400 MalformedXML: The XML you provided was not well-formed or did not validate against"
                + " our published schema");
  }

  /** On Java 17 the text of an element this deep would not fit on the stack. */
  @Test
  void a_deeply_nested_document_is_malformed() {
    String deep =
        "<Delete><Object><Key>"
            + "<a>".repeat(50_000)
            + "</a>".repeat(50_000)
            + "</Key></Object></Delete>";
    assertThat(deleteAll(deep).outcome()).startsWith("400 MalformedXML: ");
  }

  /** As Amazon's API reference says of DeleteObjects, in the words that versitygw has from AWS. */
  @Test
  void several_objects_are_deleted_only_with_a_digest_of_the_list() {
    String wish = "<Delete><Object><Key>config.yml</Key></Object></Delete>";
    assertThat(twin.s3("POST", "/examplebucket", "delete=", wish).outcome())
        .isEqualTo(
            "400 InvalidRequest: Missing required header for this request: Content-MD5 OR"
                + " x-amz-checksum-*");
    Map<String, String> bad = Map.of("content-md5", "!!");
    assertThat(twin.s3With(bad, "POST", "/examplebucket", "delete=", wish).outcome())
        .isEqualTo("400 InvalidDigest: The Content-MD5 you specified was invalid.");
    assertThat(twin.s3("HEAD", "/examplebucket/config.yml", "", "").status()).isEqualTo(200);
  }

  @Test
  void a_source_is_copied_only_from_the_owner_that_the_client_expects() {
    Map<String, String> right =
        Map.of(
            "x-amz-copy-source",
            "examplebucket/config.yml",
            "x-amz-source-expected-bucket-owner",
            "123456789012");
    assertThat(twin.s3With(right, "PUT", "/examplebucket/copy", "").status()).isEqualTo(200);
    Map<String, String> wrong =
        Map.of(
            "x-amz-copy-source",
            "examplebucket/config.yml",
            "x-amz-source-expected-bucket-owner",
            "210987654321");
    assertThat(twin.s3With(wrong, "PUT", "/examplebucket/copy", "").outcome())
        .isEqualTo("403 AccessDenied: Access Denied");
  }

  @Test
  void a_bucket_is_made_and_deleted_once_it_is_empty() {
    assertThat(twin.s3("PUT", "/new-bucket", "", "").status()).isEqualTo(200);
    assertThat(twin.s3("PUT", "/new-bucket", "", "").status()).isEqualTo(200);
    assertThat(twin.s3("GET", "/", "", "").body()).contains("<Name>new-bucket</Name>");
    twin.s3("PUT", "/new-bucket/x", "", "x");
    assertThat(twin.s3("DELETE", "/new-bucket", "", "").outcome())
        .isEqualTo("409 BucketNotEmpty: The bucket you tried to delete is not empty");
    twin.s3("DELETE", "/new-bucket/x", "", "");
    assertThat(twin.s3("DELETE", "/new-bucket", "", "").status()).isEqualTo(204);
    assertThat(twin.s3("HEAD", "/new-bucket", "", "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "UPPER", "a..b", "192.168.5.4", "xn--a", "under_score", "-a-"})
  void a_bucket_name_has_rules(String name) {
    assertThat(twin.s3("PUT", "/" + name, "", "").outcome())
        .isEqualTo("400 InvalidBucketName: The specified bucket is not valid.");
  }

  /** Only us-east-1 makes buckets elsewhere, or without saying where. */
  @ParameterizedTest
  @CsvSource({
    "us-east-1, , 200",
    "us-east-1, eu-central-1, 200",
    "us-east-1, EU, 200",
    "us-east-1, us-east-1, '400 InvalidLocationConstraint: The specified location-constraint is not"
        + " valid'",
    "us-east-1, mars, '400 InvalidLocationConstraint: The specified location-constraint is not"
        + " valid'",
    "eu-central-1, eu-central-1, 200",
    "eu-central-1, , '400 IllegalLocationConstraintException: The unspecified location constraint"
        + " is incompatible for the region specific endpoint this request was sent to.'",
    "eu-central-1, eu-west-1, '400 IllegalLocationConstraintException: The eu-west-1 location"
        + " constraint is incompatible for the region specific endpoint this request was sent to.'",
  })
  void a_bucket_is_in_the_region_of_its_location_constraint(
      String endpoint, @Nullable String location, String outcome) {
    assertThat(create(endpoint, location).outcome()).isEqualTo(outcome);
    if (outcome.equals("200")) {
      assertThat(twin.s3("GET", "/far-away", "location=", "").body())
          .contains(">" + (location == null ? "" : location) + "</LocationConstraint>");
    }
  }

  @Test
  void creating_a_bucket_of_ones_own_again_is_refused_outside_us_east_1() {
    create("eu-central-1", "eu-central-1");
    assertThat(create("eu-central-1", "eu-central-1").outcome())
        .isEqualTo(
            "409 BucketAlreadyOwnedByYou: Your previous request to create the named bucket"
                + " succeeded and you already own it.");
  }

  @Test
  void a_bucket_is_not_made_with_what_the_sandbox_does_not_keep() {
    assertThat(
            twin.s3(
                    "PUT",
                    "/far-away",
                    "",
                    "<CreateBucketConfiguration><Tags><Tag><Key>a</Key></Tag></Tags>"
                        + "</CreateBucketConfiguration>")
                .outcome())
        .isEqualTo(
            "501 NotImplemented: An element of the body you provided implies functionality that is"
                + " not implemented: Tags");
    assertThat(twin.s3("HEAD", "/far-away", "", "").status()).isEqualTo(404);
  }

  private Answer create(String endpoint, @Nullable String location) {
    String wish =
        location == null
            ? ""
            : "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<LocationConstraint>"
                + location
                + "</LocationConstraint></CreateBucketConfiguration>";
    return twin.in(endpoint).s3("PUT", "/far-away", "", wish);
  }

  @Test
  void a_name_of_another_account_is_taken() {
    try (TestSandbox two =
        TestSandbox.start(
            """
            {"Accounts":[{"AccountId":"123456789012","Users":[{"UserName":"bob","Policies":[
              {"PolicyName":"all","PolicyDocument":{"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":"*","Resource":"*"}]}}]}]},
              {"AccountId":"210987654321","Buckets":[{"Name":"theirs"}]}]}
            """)) {
      assertThat(two.as("bob").s3("PUT", "/theirs", "", "").outcome())
          .startsWith("409 BucketAlreadyExists: The requested bucket name is not available.");
    }
  }

  @Test
  void an_object_is_copied_with_its_type() {
    Answer answer =
        twin.s3With(
            Map.of("x-amz-copy-source", "/examplebucket/config.yml"),
            "PUT",
            "/examplebucket/copies/a%20b",
            "");
    assertThat(answer.text("ETag")).startsWith("\"");
    assertThat(twin.s3("GET", "/examplebucket/copies/a%20b", "", "").body())
        .isEqualTo("region: us-east-1\n");
  }

  @ParameterizedTest
  @CsvSource({
    "examplebucket/nothing, 404 NoSuchKey: The specified key does not exist.",
    "nobucket/x, 404 NoSuchBucket: The specified bucket does not exist",
    "nonsense, 400 InvalidArgument: Copy Source must mention the source bucket and key:"
        + " sourcebucket/sourcekey"
  })
  void a_missing_source(String source, String outcome) {
    assertThat(
            twin.s3With(Map.of("x-amz-copy-source", source), "PUT", "/examplebucket/x", "")
                .outcome())
        .isEqualTo(outcome);
  }

  @Test
  void an_object_is_not_copied_onto_itself_without_a_change() {
    Map<String, String> same = Map.of("x-amz-copy-source", "examplebucket/config.yml");
    assertThat(twin.s3With(same, "PUT", "/examplebucket/config.yml", "").outcome())
        .startsWith("400 InvalidRequest: This copy request is illegal");
  }

  @Test
  void headers_of_an_upload_are_kept() {
    Map<String, String> headers =
        Map.of("x-amz-meta-owner", "twin", "cache-control", "no-cache", "content-encoding", "gzip");
    twin.s3With(headers, "PUT", "/examplebucket/x", "body");
    var answer = twin.s3("HEAD", "/examplebucket/x", "", "").response().headers();
    headers.forEach((name, value) -> assertThat(answer.firstValue(name)).hasValue(value));
  }

  @Test
  void conditions_on_the_etag_are_checked() {
    String etag =
        twin.s3("HEAD", "/examplebucket/config.yml", "", "")
            .response()
            .headers()
            .firstValue("ETag")
            .orElse("");
    String path = "/examplebucket/config.yml";
    assertThat(twin.s3With(Map.of("if-match", etag), "GET", path, "").status()).isEqualTo(200);
    assertThat(twin.s3With(Map.of("if-match", "\"x\""), "GET", path, "").status()).isEqualTo(412);
    assertThat(twin.s3With(Map.of("if-none-match", etag), "GET", path, "").status()).isEqualTo(304);
    assertThat(twin.s3With(Map.of("if-none-match", "*"), "PUT", path, "x").status()).isEqualTo(412);
  }

  private Answer deleteAll(String body) {
    return twin.deleteObjects("examplebucket", body);
  }
}
