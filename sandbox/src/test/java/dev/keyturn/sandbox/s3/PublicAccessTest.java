package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of Block Public Access on a bucket of the first of two accounts. */
class PublicAccessTest {
  private static final String ADMIN =
      """
      {"UserName":"all","Policies":[{"PolicyName":"p","PolicyDocument":
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}}]}\
      """;
  private static final String STATE =
      """
      {"Accounts":[
        {"AccountId":"111111111111","Root":{"AccessKeys":[{}]},"Users":[ADMIN,{"UserName":"none"}],
         "Buckets":[{"Name":"b-1","Objects":[{"Key":"x","Body":"hello"}]}]},
        {"AccountId":"222222222222","Users":[ADMIN]}]}
      """
          .replace("ADMIN", ADMIN);
  private static final String EVERYBODY = "\"*\"";

  private final TestSandbox sandbox = TestSandbox.start(STATE);
  private final TestClient owner = sandbox.as(0, "all");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void a_new_bucket_refuses_a_public_policy() {
    assertThat(owner.s3("PUT", "/b-2", "", "").status()).isEqualTo(200);
    Answer block = owner.s3("GET", "/b-2", "publicAccessBlock=", "");
    assertThat(block.body())
        .endsWith(
            "<BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>"
                + "<BlockPublicPolicy>true</BlockPublicPolicy>"
                + "<RestrictPublicBuckets>true</RestrictPublicBuckets>"
                + "</PublicAccessBlockConfiguration>");
    assertThat(put("b-2", allow("b-2", EVERYBODY, "")).outcome())
        .isEqualTo(
            "403 AccessDenied: User: arn:aws:iam::111111111111:user/all is not authorized to"
                + " perform: s3:PutBucketPolicy on resource: \"arn:aws:s3:::b-2\" because public"
                + " policies are blocked by the BlockPublicPolicy block public access setting.");
    assertThat(owner.s3("GET", "/b-2", "policy=", "").outcome()).startsWith("404");
  }

  @Test
  void the_root_of_the_account_is_refused_too() {
    Answer refused = sandbox.as("root").s3("PUT", "/b-1", "policy=", allow("b-1", EVERYBODY, ""));
    assertThat(refused.outcome())
        .startsWith("403 AccessDenied: User: arn:aws:iam::111111111111:root is not authorized")
        .endsWith("BlockPublicPolicy block public access setting.");
  }

  @Test
  void once_the_setting_is_off_the_policy_is_taken_and_stays_after_it_is_on_again() {
    String policy = allow("b-1", EVERYBODY, "");
    block("BlockPublicAcls", "RestrictPublicBuckets");
    assertThat(put("b-1", policy).status()).isEqualTo(204);
    block("BlockPublicPolicy");
    assertThat(owner.s3("GET", "/b-1", "policy=", "").body()).isEqualTo(policy);
    assertThat(status()).isEqualTo("true");
  }

  @Test
  void without_a_configuration_nothing_is_blocked() {
    assertThat(owner.s3("DELETE", "/b-1", "publicAccessBlock=", "").status()).isEqualTo(204);
    assertThat(owner.s3("GET", "/b-1", "publicAccessBlock=", "").outcome())
        .isEqualTo(
            "404 NoSuchPublicAccessBlockConfiguration: The public access block configuration was"
                + " not found");
    assertThat(put("b-1", allow("b-1", EVERYBODY, "")).status()).isEqualTo(204);
  }

  @Test
  void a_public_bucket_that_is_restricted_is_for_its_owner_only() {
    TestClient other = sandbox.as(1, "all");
    block("RestrictPublicBuckets");
    assertThat(put("b-1", allow("b-1", EVERYBODY, "")).status()).isEqualTo(204);
    assertThat(other.s3("GET", "/b-1/x", "", "").outcome())
        .isEqualTo("403 AccessDenied: Access Denied");
    assertThat(sandbox.as(0, "none").s3("GET", "/b-1/x", "", "").status()).isEqualTo(200);
    block();
    assertThat(other.s3("GET", "/b-1/x", "", "").status()).isEqualTo(200);
  }

  /** The examples of the S3 User Guide, and what it lists as fixed values. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"*\"'|''|true",
        "'{\"AWS\":\"*\"}'|''|true",
        "'{\"AWS\":\"111111111111\"}'|''|false",
        "'{\"Service\":\"cloudtrail.amazonaws.com\"}'|''|false",
        "'\"*\"'|'{\"StringLike\":{\"aws:SourceVpc\":\"vpc-*\"}}'|true",
        "'\"*\"'|'{\"StringEquals\":{\"aws:SourceVpc\":\"vpc-91237329\"}}'|false",
        "'\"*\"'|'{\"StringNotEquals\":{\"aws:SourceVpc\":\"vpc-91237329\"}}'|true",
        "'\"*\"'|'{\"StringEqualsIfExists\":{\"aws:SourceVpc\":\"vpc-91237329\"}}'|true",
        "'\"*\"'|'{\"ForAllValues:StringEquals\":{\"aws:PrincipalOrgPaths\":\"o-1/r-1\"}}'|true",
        "'\"*\"'|'{\"ForAnyValue:StringEquals\":{\"aws:PrincipalOrgPaths\":\"o-1/r-1\"}}'|false",
        "'\"*\"'|'{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-aaaabbbb\"}}'|false",
        "'\"*\"'|'{\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:sns:*:*:t\"}}'|true",
        "'\"*\"'|'{\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::111111111111:role/${aws:username}\"}}'|true",
        "'\"*\"'|'{\"ArnLike\":{\"s3:DataAccessPointArn\":\"arn:aws:s3:us-west-2:123456789012:accesspoint/*\"}}'|false",
        "'\"*\"'|'{\"Bool\":{\"aws:SecureTransport\":\"true\"}}'|true",
        "'\"*\"'|'{\"IpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}}'|false",
        "'\"*\"'|'{\"IpAddress\":{\"aws:SourceIp\":\"0.0.0.0/1\"}}'|true",
        "'\"*\"'|'{\"IpAddress\":{\"aws:SourceIp\":[\"10.0.0.0/8\",\"2001:db8::/32\"]}}'|false",
        "'\"*\"'|'{\"IpAddress\":{\"aws:SourceIp\":[\"10.0.0.0/8\",\"2000::/3\"]}}'|true",
        "'\"*\"'|'{\"NotIpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}}'|true"
      })
  void a_policy_is_public_unless_it_is_for_fixed_callers(
      String principal, String condition, String isPublic) {
    block();
    assertThat(put("b-1", allow("b-1", principal, condition)).outcome()).isEqualTo("204");
    assertThat(status()).isEqualTo(isPublic);
  }

  @Test
  void what_only_denies_is_not_public() {
    String policy = allow("b-1", EVERYBODY, "").replace("Allow", "Deny");
    assertThat(put("b-1", policy).outcome()).isEqualTo("204");
    assertThat(status()).isEqualTo("false");
  }

  @Test
  void a_bucket_without_a_policy_has_no_status() {
    assertThat(owner.s3("GET", "/b-1", "policyStatus=", "").outcome())
        .isEqualTo("404 NoSuchBucketPolicy: The bucket policy does not exist");
  }

  @Test
  void who_may_not_change_the_settings_is_refused() {
    assertThat(sandbox.as(0, "none").s3("DELETE", "/b-1", "publicAccessBlock=", "").outcome())
        .endsWith(
            "because no identity-based policy allows the s3:PutBucketPublicAccessBlock action");
  }

  private String status() {
    return owner.s3("GET", "/b-1", "policyStatus=", "").text("IsPublic");
  }

  private void block(String... on) {
    StringBuilder body = new StringBuilder("<PublicAccessBlockConfiguration>");
    for (String setting : on) {
      body.append('<').append(setting).append(">true</").append(setting).append('>');
    }
    body.append("</PublicAccessBlockConfiguration>");
    assertThat(owner.s3("PUT", "/b-1", "publicAccessBlock=", body.toString()).outcome())
        .isEqualTo("200");
  }

  private Answer put(String bucket, String policy) {
    return owner.s3("PUT", "/" + bucket, "policy=", policy);
  }

  private static String allow(String bucket, String principal, String condition) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":%s,\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::%s/*\"%s}]}"
        .formatted(principal, bucket, condition.isEmpty() ? "" : ",\"Condition\":" + condition);
  }
}
