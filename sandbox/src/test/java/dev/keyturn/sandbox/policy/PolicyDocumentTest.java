package dev.keyturn.sandbox.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.sandbox.policy.PolicyDocument.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {
  private static final String ALLOWED =
      "'Effect':'Allow','Action':'s3:ListBucket','Resource':'arn:aws:s3:::examplebucket'";

  @Test
  void a_single_statement_needs_no_list() {
    assertAccepted("{'Version':'2012-10-17','Statement':{%s}}".formatted(ALLOWED));
  }

  @Test
  void a_document_without_a_version_has_the_older_one() {
    assertThat(identity("{'Statement':[{%s}]}".formatted(ALLOWED)).version())
        .isEqualTo(Version.V2008_10_17);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This is not a json document",
        "[]",
        "{}",
        "{'Version':'2012-10-17'}",
        "{'Statement':[]}",
        "{'Statement':['afd']}",
        "{'Statement':'afd'}",
        "{'Version':'2013-10-17','Statement':{ALLOWED}}",
        "{'Version':20121017,'Statement':{ALLOWED}}",
        "{'Id':{},'Statement':{ALLOWED}}",
        "{'Extra field':'value','Statement':{ALLOWED}}",
        "{'Statement':{'Extra field':'value',ALLOWED}}",
        "{'Statement':{'Sid':[],ALLOWED}}",
        "{'Statement':{'Action':'s3:ListBucket','Resource':'*'}}",
        "{'Statement':{'Effect':'invalid','Action':'s3:ListBucket','Resource':'*'}}",
        "{'Statement':{'Effect':'Allow','Action':{},'Resource':'*'}}",
        "{'Statement':{'Effect':'Allow','Action':[[]],'Resource':'*'}}",
        "{'Statement':{'Effect':'Allow','Action':'a:b','NotAction':[],'Resource':'*'}}",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Resource':['*',{}]}}",
        "{'Statement':{'Effect':'Allow','Action':'a:b','Resource':'*','NotResource':'*'}}",
        "{'Statement':{'Condition':[],ALLOWED}}",
        "{'Statement':{'Condition':{'StringEquals':'b'},ALLOWED}}",
        "{'Statement':{'Condition':{'StringEquals':{'a':{}}},ALLOWED}}",
        "{'Statement':{'Condition':{'StringResembles':{'a':'1'}},ALLOWED}}",
        "{'Statement':{'Condition':{'ForAnyValue::StringEquals':{'a':'1'}},ALLOWED}}",
        "{'Statement':{'Condition':{'NullIfExists':{'a':'true'}},ALLOWED}}"
      })
  void what_the_grammar_forbids_is_a_syntax_error(String document) {
    assertRefused(document.replace("ALLOWED", ALLOWED), "Syntax errors in policy.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Effect':'denY','Action':'a:b','Resource':'*'",
        "'Effect':'Allow','Action':'a:b','Resource':'arn:aws:s3::examplebucket'",
        "'Effect':'Allow','Action':'a:b','NotResource':'arn:aws:s3::examplebucket'",
        "'Effect':'Allow','Action':'a:b','Resource':'arn:aws::::examplebucket'",
        "'Effect':'Allow','Action':'a:b','Resource':'*','Condition':{'DateLessThan':{'a':'234-13'}}",
        "'Effect':'Allow','Action':'a:b','Resource':'*','Condition':{'DateLessThan':{'a':'9223372036854775808'}}"
      })
  void what_the_old_parser_of_AWS_could_not_read_is_refused(String statement) {
    assertRefused("{'Statement':{" + statement + "}}", "The policy failed legacy parsing");
  }

  @Test
  void a_statement_id_may_occur_only_once() {
    assertRefused(
        "{'Statement':[{'Sid':'one',%s},{'Sid':'one','Effect':'Allow'}]}".formatted(ALLOWED),
        "Statement IDs (SID) in a single policy must be unique.");
  }

  @Test
  void empty_statement_ids_may_repeat() {
    assertAccepted("{'Statement':[{'Sid':'',%s},{'Sid':'',%s}]}".formatted(ALLOWED, ALLOWED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'Effect':'Allow','Resource':'*'", "'Effect':'Allow','Action':[],'Resource':'*'"})
  void a_statement_without_actions_is_refused(String statement) {
    assertRefused("{'Statement':{" + statement + "}}", "Policy statement must contain actions.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Effect':'Allow','Action':'a:b'",
        "'Effect':'Allow','Action':'a:b','Resource':[]"
      })
  void a_statement_without_resources_is_refused(String statement) {
    assertRefused("{'Statement':{" + statement + "}}", "Policy statement must contain resources.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invalid        | Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2,"
            + " etc.",
        "''             | Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2,"
            + " etc.",
        "s3:List:Bucket | Actions/Condition can contain only one colon.",
        "a a:ListBucket | Vendor a a is not valid"
      })
  void an_action_must_be_a_vendor_and_a_name(String action, String message) {
    assertRefused(
        "{'Statement':{'Effect':'Allow','NotAction':'%s','Resource':'*'}}".formatted(action),
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invalid resource | Resource invalid resource must be in ARN format or \"*\".",
        "''               | Resource  must be in ARN format or \"*\".",
        "a:b:cadfsdf      | Partition \"b\" is not valid for resource \"arn:b:cadfsdf:*:*:*\".",
        "a:b:c:d:e:f:g    | Partition \"b\" is not valid for resource \"arn:b:c:d:e:f:g\".",
        "arn:aws          | Resource vendor must be fully qualified and cannot contain regexes.",
        "arn:aws:s3:eu-west-1::b | Resource arn:aws:s3:eu-west-1::b can not contain region"
            + " information.",
        "arn:aws:iam:eu-west-1::user/b | IAM resource arn:aws:iam:eu-west-1::user/b cannot contain"
            + " region information."
      })
  void a_resource_must_be_an_arn(String resource, String message) {
    assertRefused(
        "{'Statement':{'Effect':'Allow','Action':'a:b','Resource':'%s'}}".formatted(resource),
        message);
  }

  @Test
  void an_iam_resource_must_be_of_a_known_type() {
    assertRefused(
        "{'Statement':{'Effect':'Allow','Action':'a:b','Resource':'arn:aws:iam:::nothing/b'}}",
        "IAM resource path must either be \"*\", root, or start with user/, federated-user/, role/,"
            + " group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/,"
            + " saml-provider/, oidc-provider/, report/, access-report/.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "arn:aws:iam::*:mfa/${aws:username}",
        "arn:aws-cn:iam::123456789012:user/division/*",
        "arn:aws:iam::123456789012:root",
        "arn:aws:s3:eu-west-1:123456789012:accesspoint/x",
        "arn:aws:ec2:us-east-1::x",
        "arn:aws:anything"
      })
  void usual_resources_are_accepted(String resource) {
    assertAccepted(
        "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'*','Resource':'%s'}}"
            .formatted(resource));
  }

  @Test
  void condition_values_may_be_numbers_and_booleans() {
    assertAccepted(
        ("{'Statement':{'Condition':{'Bool':{'aws:MultiFactorAuthPresent':true},"
                + "'NumericLessThan':{'aws:MultiFactorAuthAge':3600},'DateGreaterThan':{}},%s}}")
            .formatted(ALLOWED));
  }

  @Test
  void an_identity_policy_names_no_principal() {
    assertRefused(
        "{'Statement':{'Principal':'*',%s}}".formatted(ALLOWED),
        "Policy document should not specify a principal.");
  }

  @Test
  void a_trust_policy_that_is_not_json_has_a_message_of_its_own() {
    assertTrustRefused("{", "This policy contains invalid Json");
  }

  @Test
  void a_trust_policy_needs_a_principal() {
    assertTrustRefused(
        "{'Statement':{'Effect':'Allow','Action':'sts:AssumeRole'}}",
        "Missing required field Principal");
  }

  /** As the tests of the Versity S3 Gateway have them, https://github.com/versity/versitygw. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | Could not parse the policy: Statement is empty!",
        "{'Effect':'Allow','Principal':{},'Action':'sts:AssumeRole'}"
            + " | Missing required field Principal cannot be empty!",
        "{'Effect':'Allow','NotPrincipal':{'AWS':'*'},'Action':'sts:AssumeRole'}"
            + " | Allow with NotPrincipal is not allowed.",
        "{'Effect':'Deny','NotPrincipal':{'AWS':'*'},'Action':'sts:AssumeRole'}"
            + " | AssumeRole policy must not contain NotPrincipal field.",
        "{'Effect':'Allow','Principal':'*'} | Missing required field Action",
        "{'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole','NotResource':'*'}"
            + " | AssumeRole policy must not contain resources.",
        "[{'Sid':'a','Effect':'Allow','Principal':'*','Action':'sts:AssumeRole'},"
            + "{'Sid':'a','Effect':'Allow','Principal':'*','Action':'sts:AssumeRole'}]"
            + " | The Statement Ids in the policy are not unique"
      },
      quoteCharacter = '`')
  void a_trust_policy_is_refused_in_words_of_its_own(String statement, String message) {
    assertTrustRefused("{'Statement':" + statement + "}", message);
  }

  @Test
  void a_trust_policy_has_no_resource() {
    assertTrustRefused(
        "{'Statement':{'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole','Resource':'*'}}",
        "Has prohibited field Resource");
  }

  @Test
  void a_trust_policy_speaks_of_sts_only() {
    assertTrustRefused(
        "{'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:ListBucket'}}",
        "AssumeRole policy may only specify STS AssumeRole actions.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice",
        "arn:aws:iam::123456789012:user/*",
        "arn:aws:s3:::examplebucket",
        "12345"
      })
  void a_principal_must_be_a_whole_name(String principal) {
    assertTrustRefused(
        "{'Statement':{'Effect':'Allow','Principal':{'AWS':'%s'},'Action':'sts:AssumeRole'}}"
            .formatted(principal),
        "Invalid principal in policy: \"AWS\":\"" + principal + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'*'",
        "{'AWS':'*'}",
        "{'AWS':['123456789012','arn:aws:iam::210987654321:root']}",
        "{'AWS':'arn:aws:iam::123456789012:user/division/alice'}",
        "{'AWS':'arn:aws:iam::123456789012:role/admin'}",
        "{'AWS':'arn:aws:sts::123456789012:assumed-role/admin/session'}",
        "{'Service':'ec2.amazonaws.com'}",
        "{'Federated':'cognito-identity.amazonaws.com'}"
      })
  void every_kind_of_principal_is_accepted(String principal) {
    String document =
        "{'Statement':{'Effect':'Allow','Principal':%s,'Action':'sts:AssumeRole'}}"
            .formatted(principal);
    assertThatCode(() -> PolicyDocument.parse(json(document), PolicyKind.TRUST))
        .doesNotThrowAnyException();
  }

  private static PolicyDocument identity(String document) {
    return PolicyDocument.parse(json(document), PolicyKind.IDENTITY);
  }

  private static void assertAccepted(String document) {
    assertThatCode(() -> identity(document)).doesNotThrowAnyException();
  }

  private static void assertRefused(String document, String message) {
    assertThatExceptionOfType(MalformedPolicyException.class)
        .isThrownBy(() -> identity(document))
        .withMessage(message);
  }

  private static void assertTrustRefused(String document, String message) {
    assertThatExceptionOfType(MalformedPolicyException.class)
        .isThrownBy(() -> PolicyDocument.parse(json(document), PolicyKind.TRUST))
        .withMessage(message);
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }
}
