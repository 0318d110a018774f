package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.domain.policy.check.Trap;
import dev.keyturn.domain.policy.template.PolicyTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keyturn policy}, typed by a person. */
class PolicyCommandsTest {

  private static final String BOOL_IN_DENY =
      """
      {"Version": "2012-10-17",
       "Statement": [
         {"Effect": "Allow", "Action": "*", "Resource": "*"},
         {"Sid": "DenyWithoutMfa", "Effect": "Deny", "NotAction": "iam:*", "Resource": "*",
          "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "false"}}}]}
      """;

  @TempDir private Path folder;
  private IamHome home;

  @BeforeEach
  void begin() {
    home = new IamHome(folder.resolve("home"));
  }

  @AfterEach
  void end() {
    home.close();
  }

  @Test
  void the_list_has_every_policy_and_so_has_the_page() throws IOException {
    String list = home.run("policy", "list").out();
    String page = Files.readString(Path.of("../docs/policies.md"));
    for (PolicyTemplate template : PolicyTemplate.values()) {
      assertThat(list).contains(template.id(), template.summary());
      assertThat(page).contains("| `" + template.id() + "` |");
    }
    for (Trap trap : Trap.values()) {
      assertThat(page).contains("| `" + trap.id() + "` |");
    }
  }

  @Test
  void a_policy_is_filled_in_with_the_account_of_the_profile() {
    Outcome shown =
        home.run(
            "policy", "show", "role-trust", "--role", "admin", "--max-age", "1h", "-p", "root");
    assertThat(shown.out())
        .contains("arn:aws:iam::123456789012:root", "\"aws:MultiFactorAuthAge\": \"3600\"");
  }

  @Test
  void hints_repeat_what_was_typed_with_what_is_missing() {
    assertThat(home.run("policy", "list").out()).contains("require-mfa -p PROFILE\n");
    assertThat(home.run("policy", "list", "-p", "root").out()).contains("require-mfa -p root\n");
    assertThat(home.run("policy", "show", "assume-role", "-p", "root").err())
        .contains("hint: keyturn policy show assume-role -p root --role ROLE\n");
    assertThat(home.run("policy", "check", "--live", "-p", "root").err())
        .contains("hint: keyturn policy check --live -p root --user NAME\n");
    assertThat(home.run("env", "alice", "--tag", "a=b").err())
        .contains("hint: keyturn env alice --tag a=b --role-arn ARN\n");
    assertThat(home.run("login", "alice", "--read-only").err())
        .contains("hint: keyturn login alice --read-only --role-arn ARN\n");
    assertThat(home.run("mfa", "list", "alice", "--output", "json").err())
        .contains("\"hint\":\"keyturn mfa list --profile alice --output json\"");
  }

  @Test
  void a_given_account_needs_no_network() {
    home.aws.takeCalls();
    assertThat(home.run("policy", "show", "require-mfa", "--account", "210987654321").out())
        .contains("BoolIfExists");
    assertThat(home.aws.takeCalls()).isEmpty();
  }

  @Test
  void an_unknown_policy_is_answered_with_the_list_of_policies() {
    Outcome refused = home.run("policy", "show", "require-mf");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("there is no policy 'require-mf'", "require-mfa");
  }

  @Test
  void a_check_names_the_trap_the_statement_and_the_repair() {
    home.write("policy.json", BOOL_IN_DENY);
    Outcome checked = home.run("policy", "check", home.file("policy.json").toString());
    assertThat(checked.exit()).isEqualTo(1);
    assertThat(checked.out())
        .contains(
            "deny-misses-access-keys: ",
            "DenyWithoutMfa (line 4)",
            "repair: \"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"false\"}");
    assertThat(checked.out().lines().filter(line -> line.startsWith("s3:GetObject")))
        .singleElement()
        .asString()
        .matches("s3:GetObject +yes +- +yes +-");
  }

  @Test
  void reasons_name_the_statement_that_decides() {
    home.write("policy.json", BOOL_IN_DENY);
    String file = home.file("policy.json").toString();
    assertThat(home.run("policy", "check", file, "--reasons").out())
        .contains("a session without MFA: denied by " + file + ": DenyWithoutMfa (line 4)");
    assertThat(home.run("policy", "check", file, "--output", "json").out())
        .contains("\"trap\":\"deny-misses-access-keys\"", "\"caller\":\"session_without_mfa\"");
  }

  @Test
  void an_invalid_policy_is_refused_with_the_line() {
    Outcome refused = home.reading("{\"Statement\": 1}", "policy", "check", "-");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("standard input:1");
  }

  @Test
  void what_applies_to_a_user_and_a_role_now_is_checked() {
    Outcome strict = home.run("policy", "check", "--live", "--user", "alice", "-p", "root");
    assertThat(strict.exit()).isEqualTo(1);
    assertThat(strict.out()).contains("enrollment-blocked: ", "in mfa: statement 1 (line 1)");
    Outcome role =
        home.run(
            "policy", "check", "--live", "--user", "newcomer", "--role", "admin", "-p", "root");
    assertThat(role.out().lines().filter(line -> line.startsWith("iam:GetUser ")))
        .singleElement()
        .asString()
        .matches("iam:GetUser +yes +- +yes +-");
  }

  @Test
  void live_needs_a_name_and_no_file() {
    assertThat(home.run("policy", "check", "--live", "-p", "root").exit()).isEqualTo(2);
    assertThat(home.run("policy", "check", "x.json", "--live", "--user", "alice").exit())
        .isEqualTo(2);
    assertThat(home.run("policy", "check").exit()).isEqualTo(2);
  }
}
