package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keyturn policy apply} and {@code keyturn user setup}, typed by an administrator. */
class UserSetupTest {

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

  private Outcome setUp(String... words) {
    String[] all = new String[words.length + 6];
    all[0] = "user";
    all[1] = "setup";
    System.arraycopy(words, 0, all, 2, words.length);
    all[words.length + 2] = "-p";
    all[words.length + 3] = "root";
    all[words.length + 4] = "--csv-folder";
    all[words.length + 5] = folder.toString();
    return home.run(all);
  }

  @Test
  void a_user_gets_policies_and_a_key_that_only_the_administrator_can_read() throws IOException {
    Outcome done = setUp("carol", "--yes");
    assertThat(done.out())
        .startsWith(
            """
            create  user carol
            create  policy Keyturn-self-service of user carol
            create  policy Keyturn-require-mfa of user carol
            create  access key of user carol
            done
            """);
    Path csv = folder.resolve("carol_accessKeys.csv");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(csv)))
        .isEqualTo("rw-------");
    String secret = Files.readAllLines(csv).get(1).replaceFirst(".*,", "");
    assertThat(done.out() + done.err()).doesNotContain(secret);
  }

  @Test
  void a_second_run_changes_nothing() {
    assertThat(setUp("carol", "dave", "--role", "deploy", "--yes").exit()).isZero();
    home.aws.takeCalls();
    Outcome again = setUp("carol", "dave", "--role", "deploy");
    assertThat(again.exit()).isZero();
    assertThat(again.out().lines()).endsWith("nothing was changed");
    assertThat(again.out().lines().filter(line -> !line.startsWith("keep "))).hasSize(1);
    assertThat(home.aws.takeCalls().keySet())
        .noneMatch(action -> action.matches("(Create|Put|Update|Delete).*"));
  }

  @Test
  void a_profile_that_may_not_do_it_is_replaced_in_the_line() {
    Outcome refused = home.run("user", "setup", "carol", "-p", "newcomer", "--dry-run");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err())
        .contains("is not authorized to perform: iam:")
        .endsWith(
            "hint: use the profile of an administrator:"
                + " keyturn user setup carol --profile ADMIN --dry-run\n");
  }

  @Test
  void a_dry_run_changes_nothing() {
    home.aws.takeCalls();
    Outcome shown = setUp("carol", "--dry-run");
    assertThat(shown.exit()).isZero();
    assertThat(shown.out()).contains("create  user carol", "nothing was changed");
    assertThat(home.aws.takeCalls().keySet())
        .noneMatch(action -> action.matches("(Create|Put|Update|Delete).*"));
    assertThat(folder.resolve("carol_accessKeys.csv")).doesNotExist();
  }

  @Test
  void changes_are_confirmed() {
    home.person.answers("n");
    assertThat(setUp("carol").exit()).isEqualTo(1);
    home.person.isThere = false;
    Outcome refused = setUp("carol");
    assertThat(refused.exit()).isEqualTo(5);
    assertThat(refused.err()).contains("--yes");
    assertThat(
            home.run("policy", "apply", "self-service", "--user", "carol", "-p", "root", "--yes")
                .out())
        .contains("create  user carol");
  }

  @Test
  void after_a_change_without_keys_the_check_is_proposed() {
    assertThat(setUp("carol", "--no-keys", "--yes").err())
        .endsWith("next: keyturn policy check --live --user carol -p root\n");
    assertThat(setUp("carol", "--no-keys", "--yes").err()).doesNotContain("next: ");
  }

  @Test
  void an_existing_file_is_kept_and_nothing_is_created() throws IOException {
    Files.writeString(folder.resolve("carol_accessKeys.csv"), "mine");
    home.aws.takeCalls();
    Outcome refused = setUp("carol", "--yes");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(Files.readString(folder.resolve("carol_accessKeys.csv"))).isEqualTo("mine");
    assertThat(home.aws.takeCalls()).doesNotContainKeys("CreateUser", "CreateAccessKey");
  }

  @Test
  void a_file_that_an_earlier_run_began_is_finished() throws IOException {
    Path csv = folder.resolve("carol_accessKeys.csv");
    Files.writeString(csv, "User Name,Access key ID,Secret access key\n");
    assertThat(setUp("carol", "--yes").exit()).isZero();
    assertThat(Files.readAllLines(csv)).hasSize(2);
  }

  private Outcome applyTrust(String role, String... more) {
    List<String> words = new ArrayList<>(List.of("policy", "apply", "role-trust", "-p", "root"));
    words.addAll(List.of("--role", role));
    words.addAll(List.of(more));
    return home.run(words.toArray(String[]::new));
  }

  @Test
  void what_a_changed_policy_newly_allows_is_said_and_asked() {
    assertThat(applyTrust("deploy", "--max-age", "1h", "--external-id", "abc", "--yes").exit())
        .isZero();
    assertThat(applyTrust("deploy", "--max-age", "30m", "--external-id", "abc", "--dry-run").out())
        .isEqualTo("change  role deploy and its trust policy\nnothing was changed\n");
    String line = "        less strict: AssumeRoleWithMfa ";
    assertThat(applyTrust("deploy", "--max-age", "2h", "--external-id", "abc", "--dry-run").out())
        .contains(line + "requires NumericLessThan aws:MultiFactorAuthAge 7200 instead of 3600\n");
    home.person.answers("n");
    Outcome asked = applyTrust("deploy");
    assertThat(asked.out())
        .contains(line + "no longer requires NumericLessThan aws:MultiFactorAuthAge 3600\n")
        .contains(line + "no longer requires StringEquals sts:ExternalId abc\n");
    assertThat(asked.screen()).contains("Make these changes, which allow more than now? [y/N] ");
    Outcome applied = applyTrust("deploy", "--yes", "--output", "json");
    assertThat(applied.out())
        .contains("\"applied\":true", "\"action\":\"change\"")
        .contains("\"newly_allowed\":[\"", "\"less_strict\":[\"AssumeRoleWithMfa no longer");
  }

  @Test
  void a_failure_part_way_says_what_was_done_and_how_to_do_the_rest() {
    home.aws.misbehave("{\"Action\":\"CreateAccessKey\",\"Kind\":\"500\"}");
    Outcome failed = setUp("carol", "--yes");
    assertThat(failed.exit()).isEqualTo(6);
    assertThat(failed.out())
        .endsWith(
            """
            done before it failed:
                    user carol
                    policy Keyturn-self-service of user carol
                    policy Keyturn-require-mfa of user carol
            """);
    assertThat(failed.err())
        .contains(
            "to do the rest, fix the problem, then run this again: keyturn user setup carol"
                + " --yes -p root --csv-folder ");
    assertThat(setUp("dave", "--yes", "--output", "json").out())
        .contains("\"applied\":false", "\"what\":\"user dave\",\"done\":true")
        .contains("\"what\":\"access key of user dave\",\"done\":false");
  }

  private Outcome applyToBucket(String role) {
    return home.run(
        "policy",
        "apply",
        "bucket-policy",
        "--role",
        role,
        "--bucket",
        "examplebucket",
        "-p",
        "root",
        "--yes");
  }

  @Test
  void a_bucket_gets_a_policy_and_never_another_one() {
    assertThat(applyToBucket("admin").out()).startsWith("create  policy of bucket examplebucket");
    assertThat(applyToBucket("admin").out()).startsWith("keep    policy of bucket examplebucket");
    assertThat(setUp("carol", "--role", "deploy", "--yes").exit()).isZero();
    Outcome refused = applyToBucket("deploy");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err())
        .contains("bucket examplebucket has another policy", "keyturn policy show bucket-policy");
  }

  /**
   * An administrator sets up a person, a role and what it may do with a bucket; the person enrolls
   * a device and uses the role with one code. Nothing but Keyturn is used.
   */
  @Test
  void from_an_administrator_to_a_role_session_with_keyturn_alone() {
    Outcome made = setUp("iamuser", "--role", "s3access", "--bucket", "examplebucket", "--yes");
    String csv = folder.resolve("iamuser_accessKeys.csv").toString();
    assertThat(made.out()).contains("that person runs: keyturn setup iamuser --csv ");
    Outcome setup =
        home.run("setup", "iamuser", "--csv", csv, "--region", "eu-west-1", "--enroll", "--yes");
    assertThat(setup.exit()).as(setup.err() + setup.screen()).isZero();
    assertThat(setup.out()).containsOnlyOnce(":user/iamuser, until ");
    assertThat(setup.err()).containsOnlyOnce("next: aws sts");
    set("role_arn", "arn:aws:iam::123456789012:role/s3access");
    set("source_profile", "iamuser");
    Outcome login = home.run("login", "s3");
    assertThat(login.exit()).isZero();
    assertThat(login.screen()).isEmpty();
    assertThat(home.run("whoami", "s3").out()).contains("assumed-role/s3access/");
    assertThat(home.run("keys", "rotate", "iamuser", "--delete").exit()).isZero();
    assertThat(home.run("revoke", "s3", "--yes", "--everyone").exit()).isEqualTo(4);
  }

  private void set(String key, String value) {
    assertThat(home.run("config", "set", "profile.s3." + key, value).exit()).isZero();
  }
}
