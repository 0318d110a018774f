package dev.keyturn.domain.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.domain.failure.FailureException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  private static final String ALLOWED = "'Effect':'Allow','Action':'s3:GetObject','Resource':'*'";

  @Test
  void a_statement_is_read_with_its_place() {
    Policy policy =
        identity(
            """
            {
              'Version': '2012-10-17',
              'Statement': [
                {'Sid': 'One', 'Effect': 'Deny', 'NotAction': ['iam:*', 'sts:GetSessionToken'],
                 'NotResource': 'arn:aws:s3:::bucket/${aws:username}/*',
                 'Condition': {'ForAnyValue:StringLikeIfExists': {'aws:TagKeys': ['a', 'b*']},
                               'NumericLessThan': {'aws:MultiFactorAuthAge': 3600},
                               'Bool': {'aws:MultiFactorAuthPresent': true}}}
              ]
            }
            """);
    Statement statement = policy.statements().get(0);
    assertThat(policy.version()).isEqualTo(LanguageVersion.V2012);
    assertThat(statement.id()).hasToString("test: One (line 4)");
    assertThat(statement.effect()).isEqualTo(Effect.DENY);
    assertThat(statement.actions().excluded()).isTrue();
    assertThat(statement.actions().patterns())
        .extracting(TextPattern::source)
        .containsExactly("iam:*", "sts:GetSessionToken");
    assertThat(statement.conditions())
        .extracting(Condition::toString)
        .containsExactly(
            "ForAnyValue:StringLikeIfExists aws:TagKeys a, b*",
            "NumericLessThan aws:MultiFactorAuthAge 3600",
            "Bool aws:MultiFactorAuthPresent true");
  }

  @Test
  void a_single_statement_needs_no_array() {
    assertThat(identity("{'Statement':{" + ALLOWED + "}}").statements()).hasSize(1);
  }

  @Test
  void a_policy_without_a_version_has_no_variables() {
    assertThat(
            parts(
                identity(
                    "{'Statement':{'Effect':'Allow','Action':'a:b',"
                        + "'Resource':'arn:aws:s3:::${aws:username}/a'}}")))
        .containsExactly(new TextPattern.Literal("arn:aws:s3:::${aws:username}/a"));
  }

  @Test
  void variables_wildcards_and_escapes_are_parts_of_a_pattern() {
    String resource = "arn:aws:s3:::${aws:PrincipalTag/team, 'none'}/*${*}${?}${$}?";
    Policy policy =
        identity(
            "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'a:b','Resource':\""
                + resource
                + "\"}}");
    assertThat(parts(policy))
        .containsExactly(
            new TextPattern.Literal("arn:aws:s3:::"),
            new TextPattern.Variable("aws:PrincipalTag/team", "none"),
            new TextPattern.Literal("/"),
            new TextPattern.AnyText(),
            new TextPattern.Literal("*?$"),
            new TextPattern.AnyCharacter());
  }

  private static List<TextPattern.Part> parts(Policy policy) {
    Names resources = policy.statements().get(0).resources();
    return resources == null ? List.of() : resources.patterns().get(0).parts();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'Statement':{ALLOWED}}                                            | IDENTITY",
        "{'Statement':[{'Principal':'*',ALLOWED}]}                          | RESOURCE",
        "{'Statement':{'Principal':'*','Effect':'Allow','Action':'sts:AssumeRole'}} | TRUST"
      })
  void the_kind_of_a_file_is_seen_by_its_form(String document, PolicyKind kind) {
    assertThat(Policy.parse("test", json(document)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                   | 1: column 1: a policy must be an object, not an array",
        "{}                                   | 1: column 1: a policy needs a statement",
        "{'Statement':[]}                     | 1: column 14: a policy needs a statement",
        "{'Statement':{ALLOWED},'Extra':1}    | 1: column 72: \"Extra\" is not an element of a policy",
        "{'Statement':['a']}                  | 1: column 15: a statement must be an object, not a string",
        "{'Version':'2013-10-17','Statement':{ALLOWED}} | 1: column 12: Version must be \"2012-10-17\" or \"2008-10-17\"",
        "{'Statement':{'Extra':1,ALLOWED}}    | 1: column 15: \"Extra\" is not an element of a statement",
        "{'Statement':{'Sid':'a b',ALLOWED}}  | 1: column 21: Sid may contain only letters and digits",
        "{'Statement':[{'Sid':'a',ALLOWED},{'Sid':'a',ALLOWED}]} | 1: column 83: two statements have the Sid \"a\"",
        "{'Statement':{'Action':'a:b','Resource':'*'}} | 1: column 14: a statement needs an Effect",
        "{'Statement':{'Effect':'allow','Action':'a:b','Resource':'*'}} | 1: column 24: Effect must be \"Allow\" or \"Deny\"",
        "{'Statement':{'Effect':'Allow','Resource':'*'}} | 1: column 14: a statement of this identity-based policy needs Action or NotAction",
        "{'Statement':{'NotAction':'a:b',ALLOWED}} | 1: column 15: a statement cannot contain both Action and NotAction",
        "{'Statement':{'Effect':'Allow','Action':[],'Resource':'*'}} | 1: column 32: Action is empty",
        "{'Statement':{'Effect':'Allow','Action':[1],'Resource':'*'}} | 1: column 42: Action must be a string, not a number",
        "{'Statement':{'Principal':'*',ALLOWED}} | 1: column 15: the statements of this identity-based policy cannot contain Principal",
        "{'Statement':{'Condition':{'StringResembles':{'a':'b'}},ALLOWED}} | 1: column 28: 'StringResembles' is not a condition operator",
        "{'Statement':{'Condition':{'NullIfExists':{'a':'true'}},ALLOWED}} | 1: column 28: 'NullIfExists' is not a condition operator",
        "{'Statement':{'Condition':{'Bool':'true'},ALLOWED}} | 1: column 35: Bool must be an object, not a string",
        "{'Statement':{'Condition':{'Bool':{'a':null}},ALLOWED}} | 1: column 40: a must be a string, number or boolean, not null",
        "{'Statement':{'Condition':{'DateLessThan':{'a':'soon'}},ALLOWED}} | 1: column 48: 'soon' is not a date",
        "{'Statement':{ALLOWED,ALLOWED}}      | 1: column 71: \"Effect\" occurs twice in one object"
      })
  void what_the_grammar_forbids_is_refused_with_its_place(String document, String message) {
    assertRefused(PolicyKind.IDENTITY, document, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GetUser", "", "iam:", ":GetUser", "iam:Get:User", "i am:GetUser", "ia*:x"})
  void an_action_is_a_service_and_a_name(String action) {
    String document = "{'Statement':{'Effect':'Allow','Action':'" + action + "','Resource':'*'}}";
    assertRefused(PolicyKind.IDENTITY, document, "1: column 41: '" + action + "' is not an action");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bucket", "", "arn:aws", "arn:b:s3:::x", "arn:aws::::x", "arn:aws:s*:::x"})
  void a_resource_is_an_arn(String resource) {
    assertRefused(
        PolicyKind.IDENTITY,
        "{'Statement':{'Effect':'Allow','Action':'*','Resource':'" + resource + "'}}",
        "1: column 56: '" + resource + "' is not a resource");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "arn:aws:s3",
        "arn:aws:s3:::bucket/*",
        "arn:*:iam::*:role/aws-controltower-*",
        "arn:aws-us-gov:iam::123456789012:mfa/${aws:username}"
      })
  void wildcards_and_short_arns_are_resources(String resource) {
    assertThat(
            identity("{'Statement':{'Effect':'Allow','Action':'*','Resource':'" + resource + "'}}")
                .statements())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Principal':'alice'                  | Principal must be \"*\" or an object",
        "'Principal':{}                       | Principal is empty",
        "'Principal':{'User':'alice'}         | \"User\" is not an element of Principal",
        "'Principal':{'AWS':'alice'}          | 'alice' is not a principal",
        "'Principal':{'AWS':'12345'}          | '12345' is not a principal",
        "'Principal':{'AWS':'arn:aws:iam::123456789012:user/*'} | 'arn:aws:iam::123456789012:user/*' is not a principal",
        "'Principal':{'AWS':'arn:aws:s3:::bucket'} | 'arn:aws:s3:::bucket' is not a principal",
        "'NotPrincipal':{'AWS':'123456789012'} | a trust policy cannot contain NotPrincipal",
        "'Principal':'*','Resource':'*'       | the statements of this trust policy cannot contain Resource"
      })
  void a_trust_policy_names_whole_principals_and_no_resource(String elements, String rule) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() ->
            Policy.parse(
                "test",
                PolicyKind.TRUST,
                json(
                    "{'Statement':{'Effect':'Allow','Action':'sts:AssumeRole'," + elements + "}}")))
        .withMessageContaining(rule);
  }

  @Test
  void NotPrincipal_goes_with_Deny_only() {
    assertRefused(
        PolicyKind.RESOURCE,
        "{'Statement':{'NotPrincipal':{'AWS':'123456789012'},ALLOWED}}",
        "1: column 15: NotPrincipal cannot be used with Allow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'*'",
        "{'AWS':['123456789012','arn:aws:iam::210987654321:root']}",
        "{'AWS':'arn:aws-cn:iam::123456789012:user/division/alice'}",
        "{'AWS':'arn:aws:sts::123456789012:assumed-role/admin/session'}",
        "{'AWS':'AIDACKCEVSQ6C2EXAMPLE'}",
        "{'Service':'ec2.amazonaws.com','Federated':'accounts.google.com'}"
      })
  void every_kind_of_principal_is_read(String principal) {
    String document =
        "{'Statement':{'Effect':'Allow','Action':'sts:AssumeRole','Principal':" + principal + "}}";
    assertThat(
            Policy.parse("test", PolicyKind.TRUST, json(document)).statements().get(0).principals())
        .isNotNull();
  }

  @Test
  void a_mistake_in_the_json_is_reported_with_its_place() {
    assertRefused(
        PolicyKind.IDENTITY, "{'Statement': }", "1: column 15: expected a value, found '}'");
  }

  @Test
  void two_policies_mean_the_same_however_they_are_written() {
    String one =
        "{'Version':'2012-10-17','Statement':[{'Sid':'a','Effect':'Allow','Principal':"
            + "{'AWS':'123456789012'},'Action':['s3:GetObject','s3:PutObject'],'Resource':'*',"
            + "'Condition':{'Bool':{'aws:SecureTransport':true}}},"
            + "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':['*']}]}";
    String other =
        "{'Version':'2012-10-17','Statement':["
            + "{'Effect':'Deny','Principal':{'AWS':'*'},'Action':['s3:*'],'Resource':'*'},"
            + "{'Effect':'Allow','Principal':{'AWS':['arn:aws:iam::123456789012:root']},"
            + "'Action':['S3:putobject','s3:GetObject'],'Resource':['*'],"
            + "'Condition':{'Bool':{'AWS:securetransport':['True']}}}]}";
    Policy policy = resource(one);
    assertThat(policy.meansTheSameAs(resource(other))).isTrue();
    Map<String, String> changes =
        Map.of(
            "Allow", "Deny",
            "s3:GetObject", "s3:GetObjectAcl",
            "{'AWS':'*'}", "{'AWS':'210987654321'}",
            "'True'", "'false'",
            "'Bool'", "'BoolIfExists'",
            "2012-10-17", "2008-10-17");
    changes.forEach((part, change) ->
        assertThat(policy.meansTheSameAs(resource(other.replace(part, change))))
            .as(part)
            .isFalse());
  }

  private static Policy resource(String document) {
    return Policy.parse("test", PolicyKind.RESOURCE, json(document));
  }

  private static void assertRefused(PolicyKind kind, String document, String message) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> Policy.parse("test", kind, json(document)))
        .withMessage("test:" + message);
  }

  private static Policy identity(String document) {
    return Policy.parse("test", PolicyKind.IDENTITY, json(document));
  }

  private static String json(String singleQuoted) {
    return singleQuoted
        .replace("ALLOWED", ALLOWED)
        .replace('\'', '"')
        .replace("\"none\"}", "'none'}");
  }
}
