package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keyturn keys} and {@code keyturn revoke}, typed by a person. */
class KeyCommandsTest {

  private static final String OLD = "AKIAIOSFODNN7EXAMPLE";

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

  private String keyInFile(String profile) {
    Pattern key = Pattern.compile("\\[" + profile + "]\naws_access_key_id = (\\S+)");
    return key.matcher(home.text(".aws/credentials"))
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElse("");
  }

  @Test
  void undo_after_a_rotation_undoes_nothing_older_and_says_so() {
    home.run("config", "set", "profile.root.region", "eu-west-1");
    home.person.answers("n");
    assertThat(home.run("keys", "rotate", "root").exit()).isZero();
    String key = keyInFile("root");
    Outcome undone = home.run("undo");
    assertThat(undone.exit()).isEqualTo(1);
    assertThat(undone.out()).isEmpty();
    assertThat(undone.err())
        .startsWith(
            "keyturn: the last change cannot be undone, because the keys in it are not recorded: ")
        .contains("  keys rotate  " + home.file(".aws/credentials") + "  [root]\n")
        .endsWith("hint: to undo the change before it, first: keyturn undo --forget\n");
    assertThat(home.run("undo", "--list").out().lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith("  [root]  (cannot be undone)"),
            line -> assertThat(line).endsWith("  [profile root] region"));
    assertThat(home.run("undo", "--list", "--output", "json").out())
        .contains("\"undoable\":false", "\"undoable\":true");
    assertThat(home.run("undo", "--forget").exit()).isZero();
    assertThat(home.run("undo").out()).contains("- region = eu-west-1\n");
    assertThat(keyInFile("root")).isEqualTo(key);
  }

  @Test
  void the_list_says_how_old_a_key_is_and_which_profiles_have_it() {
    home.person.pass(Duration.ofDays(100));
    Outcome list = home.run("keys", "list", "root");
    assertThat(list.out())
        .matches(
            """
            ACCESS KEY {14}STATUS  AGE {3}LAST USED +PROFILES
            AKIAROOT0000000EXAMPLE  active  100d  [^\\n]+  root
            """);
    assertThat(list.err())
        .isEqualTo(
            "keyturn: AKIAROOT0000000EXAMPLE is 100 days old; to replace it: keyturn keys rotate"
                + " root\n");
    assertThat(home.run("keys", "list", "root", "--warn-after", "101").err()).isEmpty();
    assertThat(home.run("keys", "list", "root", "--output", "json").out())
        .contains("\"access_key_id\":\"AKIAROOT0000000EXAMPLE\"", "\"profile\":\"root\"");
  }

  @Test
  void a_rotation_replaces_the_key_and_the_next_login_needs_no_code() {
    assertThat(home.run("login", "alice").exit()).isZero();
    home.person.answers("n");
    Outcome rotated = home.run("keys", "rotate", "alice");
    String key = keyInFile("alice");
    assertThat(rotated.err()).isEmpty();
    assertThat(rotated.out())
        .isEqualTo(
            """
            alice: access key %1$s is replaced by %2$s
              in %3$s [alice]
            %1$s is inactive; once nothing uses it: keyturn keys delete %1$s -p alice
            sessions stay valid: no new MFA code is needed
            """
                .formatted(OLD, key, home.file(".aws/credentials")));
    assertThat(home.run("login", "alice").screen()).isEmpty();
    assertThat(home.run("keys", "delete", OLD, "-p", "alice").out())
        .isEqualTo(OLD + " is deleted\n");
  }

  @Test
  void a_rotation_with_delete_asks_nothing() {
    Outcome rotated = home.run("keys", "rotate", "root", "--delete", "--output", "json");
    assertThat(rotated.screen()).isEmpty();
    assertThat(rotated.out()).contains("\"old_deleted\":true", "\"failures\":[]");
    assertThat(rotated.out()).contains("\"access_key_id\":\"" + keyInFile("root") + "\"");
  }

  @Test
  void a_rotation_with_yes_asks_nothing_and_deletes_nothing() {
    Outcome rotated = home.run("keys", "rotate", "root", "--yes");
    assertThat(rotated.screen()).doesNotContain("?");
    assertThat(rotated.out())
        .contains("AKIAROOT0000000EXAMPLE is inactive; once nothing uses it: keyturn keys delete");
    Outcome full = home.run("keys", "rotate", "root", "--yes");
    assertThat(full.exit()).isEqualTo(4);
    assertThat(full.screen()).doesNotContain("?");
    assertThat(full.err()).contains("hint: keyturn keys delete AKIAROOT0000000EXAMPLE -p root");
  }

  @Test
  void all_keys_are_rotated_and_one_that_cannot_be_stops_no_other() {
    home.person.isThere = false;
    Outcome rotated = home.run("keys", "rotate", "--all");
    assertThat(rotated.exit()).isEqualTo(5);
    assertThat(rotated.err()).contains("MFA code");
    assertThat(keyInFile("alice")).isEqualTo(OLD);
    assertThat(keyInFile("root")).isNotEqualTo("AKIAROOT0000000EXAMPLE");
    assertThat(keyInFile("newcomer")).isNotEqualTo("AKIANEWCOMER000EXAMPLE");
  }

  @Test
  void the_new_secret_of_a_rotation_goes_to_the_place_that_is_named_and_to_no_file()
      throws IOException {
    home.person.answers("y");
    home.person.answers("correct horse");
    home.person.answers("correct horse");
    Outcome rotated = home.run("keys", "rotate", "root", "--to", "encrypted-file");
    assertThat(rotated.err())
        .matches(
            """
            /.*/.aws/config
              \\+ \\[profile root] keyturn_store = encrypted-file
              \\+ \\[profile root] keyturn_access_key_id = \\*\\*\\*\\*
              \\+ \\[profile root] credential_process = .* credential-process root
            /.*/.aws/credentials
              - \\[root]
            """);
    assertThat(rotated.screen())
        .startsWith("Replace key AKIAROOT0000000EXAMPLE with a new one in encrypted-file? [y/N] ");
    assertThat(rotated.out())
        .matches(
            """
            root: access key AKIAROOT0000000EXAMPLE is replaced by (\\w+)
              in encrypted-file, as \\[profile root] in .*/.aws/config says
            AKIAROOT0000000EXAMPLE is deleted
            """);
    assertThat(keyInFile("root")).isEmpty();
    home.person.answers("correct horse");
    String secret = home.run("store", "show", "root", "--show-secret").out().strip();
    assertThat(secret).hasSize(40);
    assertThat(home.filesWith(secret)).isEmpty();
    assertThat(home.filesWith("root/K7MDENG/bPxRfiCY/rootEXAMPLEKEY0000"))
        .allMatch(file -> file.startsWith("aws"));
    home.person.answers("correct horse");
    assertThat(home.run("whoami", "root", "--query", "arn").out()).endsWith("user/root\n");
  }

  @Test
  void a_rotation_to_another_place_changes_nothing_without_consent() {
    String before = home.text(".aws/credentials");
    home.person.answers("n");
    Outcome declined = home.run("keys", "rotate", "root", "--to", "encrypted-file");
    assertThat(declined.exit()).isEqualTo(1);
    assertThat(declined.err()).endsWith("keyturn: nothing was changed\n");
    home.person.isThere = false;
    Outcome alone = home.run("keys", "rotate", "root", "--to", "encrypted-file");
    assertThat(alone.exit()).isEqualTo(5);
    assertThat(alone.err()).endsWith("hint: keyturn keys rotate root --to encrypted-file --yes\n");
    assertThat(home.text(".aws/credentials")).isEqualTo(before);
    assertThat(home.aws.takeCalls()).doesNotContainKey("CreateAccessKey");
  }

  @Test
  void a_key_in_a_store_is_rotated_in_that_store() {
    home.person.answers("correct horse");
    home.person.answers("correct horse");
    home.run("store", "move", "root", "--to", "encrypted-file", "--yes");
    home.person.answers("correct horse");
    Outcome rotated = home.run("keys", "rotate", "root", "--delete", "--output", "json");
    assertThat(rotated.err()).isEmpty();
    assertThat(rotated.out()).contains("\"store\":\"encrypted-file\"");
    assertThat(home.run("store", "list").out()).doesNotContain("AKIAROOT").contains(" ok\n");
  }

  @Test
  void without_a_key_nothing_is_rotated() {
    home.write(".aws/credentials", "");
    Outcome rotated = home.run("keys", "rotate", "--all");
    assertThat(rotated.exit()).isZero();
    assertThat(rotated.err()).isEqualTo("keyturn: no profile has an access key of its own\n");
  }

  @Test
  void the_only_key_is_not_deactivated_without_force() {
    Outcome refused = home.run("keys", "deactivate", "AKIAROOT0000000EXAMPLE", "-p", "root");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "access key AKIAROOT0000000EXAMPLE is in use by profile root",
            "keyturn keys deactivate AKIAROOT0000000EXAMPLE --force -p root");
    Outcome deactivated =
        home.run("keys", "deactivate", "AKIAROOT0000000EXAMPLE", "--force", "-p", "root");
    assertThat(deactivated.out()).isEqualTo("AKIAROOT0000000EXAMPLE is inactive\n");
  }

  @Test
  void a_key_in_a_store_is_in_use_too() {
    home.write(
        ".aws/config",
        """
        [profile stored]
        keyturn_store = encrypted-file
        keyturn_access_key_id = AKIAROOT0000000EXAMPLE
        """);
    assertThat(home.run("keys", "deactivate", "AKIAROOT0000000EXAMPLE", "-p", "root").err())
        .contains("is in use by profile root, stored");
    assertThat(home.run("keys", "list", "-p", "root").out()).contains("root, stored");
  }

  @Test
  void an_unknown_key_is_refused() {
    Outcome refused = home.run("keys", "activate", "AKIAUNKNOWN00000000", "-p", "root");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("keyturn keys list -p root");
  }

  @Test
  void a_revocation_names_what_ends_asks_and_proves_it() {
    assertThat(home.run("login", "alice").exit()).isZero();
    home.person.answers("n");
    Outcome kept = home.run("revoke", "alice");
    assertThat(kept.exit()).isEqualTo(1);
    assertThat(kept.screen())
        .containsExactly(
            "This ends all sessions of user alice in account 123456789012 that began before now.",
            OLD + ": still works afterwards; --keys deactivates it.",
            "Sessions of roles that alice assumed do not end; to end them, with the profile of"
                + " each role: keyturn revoke PROFILE",
            "Continue? [y/N] ");
    Outcome revoked = home.run("revoke", "alice");
    assertThat(revoked.exit()).isZero();
    assertThat(revoked.out())
        .contains(
            "revoked: all sessions of user alice in account 123456789012 that began before",
            "proved: AWS denies a call of an earlier session",
            "to log in again: keyturn login alice");
    assertThat(revoked.err()).contains("keyturn revoke alice --keys");
    assertThat(home.run("status", "--check", "alice").exit()).isEqualTo(1);
    assertThat(home.run("login", "alice").exit()).isZero();
  }

  @Test
  void without_a_terminal_a_revocation_has_to_be_confirmed_by_an_option() {
    home.person.isThere = false;
    Outcome refused = home.run("revoke", "root");
    assertThat(refused.exit()).isEqualTo(5);
    assertThat(refused.err())
        .startsWith(
            "This ends all sessions of user root in account 123456789012 that began before now.\n")
        .contains("--keys deactivates it.", "hint: keyturn revoke root --yes");
    assertThat(home.run("revoke", "root", "--output", "json").err()).startsWith("{\"error\":");
    assertThat(home.run("revoke", "root", "--yes").exit()).isZero();
    assertThat(home.run("revoke", "root", "--undo").out())
        .isEqualTo("no longer revoked: all sessions of user root in account 123456789012\n");
    assertThat(home.run("revoke", "root", "--undo").exit()).isEqualTo(1);
  }

  @Test
  void a_stolen_key_is_deactivated_too() {
    Outcome revoked = home.run("revoke", "root", "--keys", "--yes");
    assertThat(revoked.out())
        .contains("access key AKIAROOT0000000EXAMPLE is inactive", "keyturn import FILE.csv")
        .doesNotContain("keyturn login");
    assertThat(revoked.err()).contains("sessions of roles that root assumed do not end");
    assertThat(home.run("whoami", "root").exit()).isEqualTo(4);
  }

  @Test
  void the_profiles_of_roles_are_named_and_can_be_revoked_after_the_key() {
    home.write(
        ".aws/config",
        """
        [profile operator]
        role_arn = arn:aws:iam::123456789012:role/operator
        source_profile = alice
        [profile same]
        role_arn = arn:aws:iam::123456789012:role/operator
        source_profile = alice
        """);
    assertThat(home.run("login", "operator").exit()).isZero();
    Outcome user = home.run("revoke", "alice", "--keys", "--yes");
    assertThat(user.exit()).isZero();
    assertThat(user.err()).endsWith("do not end; to end them: keyturn revoke operator\n");
    Outcome role = home.run("revoke", "operator", "--yes");
    assertThat(role.err()).isEmpty();
    assertThat(role.out())
        .contains("revoked: the sessions called 'alice' of role operator", "proved: AWS denies");
  }

  @Test
  void a_role_that_may_not_revoke_its_sessions_needs_an_administrator() {
    home.write(
        ".aws/config",
        """
        [profile admin]
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = alice
        """);
    assertThat(home.run("login", "admin").exit()).isZero();
    assertThat(home.run("revoke", "alice", "--keys", "--yes").exit()).isZero();
    Outcome refused = home.run("revoke", "admin", "--yes");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err())
        .contains("hint: ask an administrator to run: aws iam put-role-policy --role-name admin ");
  }

  @Test
  void without_the_permission_the_request_for_an_administrator_is_printed() {
    Outcome refused = home.run("revoke", "newcomer", "--yes");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err())
        .contains(
            "hint: ask an administrator to run: aws iam put-user-policy --user-name newcomer"
                + " --policy-name KeyturnRevokedSessions --policy-document ");
  }

  private Outcome importing(String text, String... options) {
    home.write("keys.csv", text);
    List<String> words = new ArrayList<>(List.of("import", home.file("keys.csv").toString()));
    words.addAll(List.of(options));
    return home.run(words.toArray(String[]::new));
  }

  @Test
  void a_key_of_a_csv_file_comes_to_a_profile_named_like_its_user() {
    String csv = "User Name,Access key ID,Secret access key\nbob,AKIABOB,bob/EXAMPLEKEY\n";
    Outcome imported = importing(csv);
    assertThat(imported.out())
        .isEqualTo(
            """
            access key AKIABOB written to [bob] in %s
            next: keyturn login bob
            for a user without an MFA device, first: keyturn mfa enroll -p bob
            """
                .formatted(home.file(".aws/credentials")));
    assertThat(imported.out() + imported.err()).doesNotContain("bob/EXAMPLEKEY");
    assertThat(home.text(".aws/credentials"))
        .endsWith("[bob]\naws_access_key_id = AKIABOB\naws_secret_access_key = bob/EXAMPLEKEY\n");
    assertThat(importing(csv, "--output", "json").out()).contains("\"result\":\"unchanged\"");
    assertThat(home.run("undo").exit()).isZero();
    assertThat(home.text(".aws/credentials")).doesNotContain("[bob]");
  }

  @Test
  void an_import_overwrites_no_other_key_and_then_writes_none() {
    String csv = "User Name,Access key ID,Secret access key\nbob,AKIABOB,x\nroot,AKIAROOT,y\n";
    Outcome refused = importing(csv);
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("[root] contains another access key", "--force");
    assertThat(keyInFile("bob")).isEmpty();
    String one = "Access key ID,Secret access key\nAKIAROOT,y\n";
    assertThat(importing(one, "-p", "root").err()).endsWith("keys.csv -p root --force\n");
    assertThat(importing(csv, "--force").exit()).isZero();
    assertThat(keyInFile("root")).isEqualTo("AKIAROOT");
  }

  @Test
  void a_file_without_names_needs_the_profile() {
    String csv = "Access key ID,Secret access key\nAKIABOB,x\n";
    Outcome refused = importing(csv);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("has no column 'User Name'", " --profile NAME\n");
    assertThat(importing(csv, "-p", "work").exit()).isZero();
    assertThat(keyInFile("work")).isEqualTo("AKIABOB");
  }

  /** From the CSV file of an administrator to a working session. */
  @Test
  void a_new_user_needs_import_enroll_and_login_and_nothing_else() {
    String csv =
        """
        User Name,Access key ID,Secret access key
        newcomer,AKIANEWCOMER000EXAMPLE,newcomer/K7MDENG/bPxRfiCEXAMPLEKEY000000
        """;
    home.write(".aws/credentials", "");
    assertThat(importing(csv).exit()).isZero();
    assertThat(home.run("mfa", "enroll", "-p", "newcomer").exit()).isZero();
    assertThat(home.run("login", "newcomer").exit()).isZero();
    assertThat(home.run("whoami", "newcomer").out()).contains("user/newcomer", "mfa      yes");
  }
}
