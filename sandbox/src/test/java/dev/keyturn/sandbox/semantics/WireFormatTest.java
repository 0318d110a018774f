package dev.keyturn.sandbox.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSigner;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Query protocol on the wire. */
class WireFormatTest {
  private final Company company = new Company();
  private final TestClient boss = company.boss;

  @AfterEach
  void stop() {
    company.close();
  }

  @Test
  void an_answer_has_its_namespace_its_result_and_a_request_id() {
    Answer sts = boss.call("GetCallerIdentity");
    assertThat(sts.body())
        .matches(
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                + "<GetCallerIdentityResult>.*</GetCallerIdentityResult><ResponseMetadata>"
                + "<RequestId>[0-9a-f-]{36}</RequestId></ResponseMetadata>"
                + "</GetCallerIdentityResponse>");
    assertThat(sts.response().headers().firstValue("x-amzn-RequestId"))
        .hasValue(sts.text("RequestId"));
    assertThat(boss.call("ListUsers").body())
        .startsWith("<ListUsersResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">");
  }

  @Test
  void an_operation_without_output_has_no_result() {
    assertThat(boss.call("DeleteUser", "UserName", "nobody").status()).isEqualTo(404);
    boss.call("CreateUser", "UserName", "zoe");
    assertThat(boss.call("DeleteUser", "UserName", "zoe").body())
        .doesNotContain("DeleteUserResult")
        .contains("<ResponseMetadata><RequestId>");
  }

  @Test
  void an_error_is_the_senders_or_the_receivers() {
    assertThat(boss.call("GetUser", "UserName", "nobody").body())
        .matches(
            "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error>"
                + "<Type>Sender</Type><Code>NoSuchEntity</Code><Message>[^<]*</Message></Error>"
                + "<RequestId>[0-9a-f-]{36}</RequestId></ErrorResponse>");
    company.sandbox.control("{\"Faults\":[{\"Times\":1,\"Kind\":\"500\"}]}");
    assertThat(boss.call("GetUser").body()).contains("<Type>Receiver</Type>");
  }

  @Test
  void times_are_in_whole_seconds_of_utc() {
    assertThat(boss.call("GetSessionToken").text("Expiration"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  }

  @Test
  void a_get_form_works_too_with_a_signed_header() {
    String query = "Action=GetCallerIdentity&Version=2011-06-15";
    HttpResponse<String> answer = get(query, Map.of());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<Arn>arn:aws:iam::123456789012:user/boss</Arn>");
  }

  @Test
  void sts_answers_json_with_numbers_for_times() {
    HttpResponse<String> answer =
        get("Action=GetSessionToken&Version=2011-06-15", Map.of("Accept", "application/json"));
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
    assertThat(answer.body())
        .startsWith("{\"GetSessionTokenResponse\":{\"GetSessionTokenResult\":{\"Credentials\":{")
        .containsPattern("\"Expiration\":1795294810(\\.0)?[,}]");
  }

  @Test
  void iam_signs_in_the_region_of_the_partition_and_sts_in_any_region() {
    assertThat(boss.in("us-east-1").call("GetUser").outcome()).isEqualTo("200");
    assertThat(boss.in("eu-central-1").call("GetCallerIdentity").outcome()).isEqualTo("200");
  }

  private HttpResponse<String> get(String query, Map<String, String> more) {
    String stamp = TestSigner.stamp(company.sandbox.now());
    Map<String, String> headers = new HashMap<>();
    headers.put("host", company.sandbox.host());
    headers.put("x-amz-date", stamp);
    String none = TestSigner.sha256(new byte[0]);
    String authorization =
        new TestSigner(boss.accessKeyId(), boss.secret(), "sts", "us-east-1")
            .authorization("GET", "/", query, headers, none);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(company.sandbox.url() + "/?" + query))
            .header("x-amz-date", stamp)
            .header("Authorization", authorization);
    more.forEach(request::header);
    return company.sandbox.send(request.build());
  }
}
