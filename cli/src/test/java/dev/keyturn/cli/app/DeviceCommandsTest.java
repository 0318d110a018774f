package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.domain.mfa.Totp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keyturn mfa}, typed by a person who has an authenticator app. */
class DeviceCommandsTest {

  private static final String NEWCOMER = IamHome.serialNumber("newcomer");

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
  void a_new_user_scans_the_qr_code_and_has_a_device_and_a_session() {
    Outcome enrolled = home.run("mfa", "enroll", "-p", "newcomer");
    assertThat(enrolled.err())
        .isEqualTo(
            """
            keyturn: without this device you cannot log in; to enroll a second one as a backup, run: \
            keyturn mfa enroll -p newcomer
            next: aws sts get-caller-identity --profile newcomer-mfa
            """);
    assertThat(enrolled.out())
        .isEqualTo(
            """
            %s is enabled for arn:aws:iam::123456789012:user/newcomer
            %s [profile newcomer]
            + mfa_serial = %s
            newcomer: arn:aws:iam::123456789012:user/newcomer, until tomorrow 00:01 \
            (12h 0m), in [newcomer-mfa]
            """
                .formatted(NEWCOMER, home.file(".aws/config"), NEWCOMER));
    assertThat(home.text(".aws/credentials")).contains("[newcomer-mfa]\n");
    assertThat(enrolled.screen())
        .map(line -> line.replaceFirst(" \\(changes in [0-9]+ s\\)", ""))
        .containsSubsequence(
            "Scan this QR code with your authenticator app; code 1 of 3 is the one it shows:",
            "(If it cannot, press Ctrl-C; then: keyturn mfa enroll -p newcomer --show-secret)",
            "MFA code of " + NEWCOMER + " for newcomer: ",
            "Code 2 of 3: the one after it",
            "MFA code of " + NEWCOMER + " for newcomer: ",
            "Code 3 of 3: one that was not used yet, to log in",
            "MFA code of " + NEWCOMER + " for newcomer: ");
    assertThat(home.run("status", "--check", "newcomer").exit()).isZero();
  }

  @Test
  void json_reports_the_same() {
    assertThat(home.run("mfa", "enroll", "-p", "newcomer", "--output", "json").out())
        .startsWith(
            "{\"user\":\"arn:aws:iam::123456789012:user/newcomer\",\"device\":\"" + NEWCOMER + "\"")
        .contains("\"removed\":null", "\"is_only\":true", "\"after\":\"" + NEWCOMER + "\"");
  }

  @Test
  void under_a_policy_that_requires_mfa_a_second_device_takes_a_code_of_the_first() {
    Outcome enrolled = home.run("mfa", "enroll", "backup", "-p", "alice");
    assertThat(enrolled.exit()).isZero();
    assertThat(enrolled.screen())
        .contains("MFA code of " + IamHome.ALICE + " (changes in 30 s) for alice: ");
    assertThat(home.run("mfa", "list", "-p", "alice").out())
        .contains(IamHome.ALICE, IamHome.serialNumber("backup"));
  }

  @Test
  void without_a_terminal_nothing_is_created() {
    home.person.isThere = false;
    home.aws.takeCalls();
    Outcome refused = home.run("mfa", "enroll", "-p", "newcomer");
    assertThat(refused.exit()).isEqualTo(5);
    assertThat(home.aws.takeCalls()).doesNotContainKey("CreateVirtualMFADevice");
  }

  @Test
  void who_gives_up_has_no_device() {
    home.person.answers("^C");
    assertThat(home.run("mfa", "enroll", "-p", "newcomer").exit()).isEqualTo(130);
    assertThat(home.run("mfa", "list", "-p", "newcomer").err())
        .isEqualTo(
            "keyturn: arn:aws:iam::123456789012:user/newcomer has no MFA device; to enroll one:"
                + " keyturn mfa enroll -p newcomer\n");
  }

  @Test
  void the_picture_has_the_same_code_and_nobody_else_can_read_it() throws IOException {
    Path picture = home.file("qr.png");
    home.person.answers("^C");
    assertThat(home.run("mfa", "enroll", "-p", "newcomer", "--qr-file", picture.toString()).exit())
        .isEqualTo(130);
    home.person.scansPicture(picture);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(picture)))
        .isEqualTo("rw-------");
  }

  @Test
  void whoever_wrote_a_picture_is_reminded_to_delete_it() throws IOException {
    String picture = home.file("qr.png").toString();
    home.person.isWindowHighEnough = false;
    home.person.answers(picture);
    assertThat(home.run("mfa", "enroll", "-p", "newcomer").err())
        .contains("anyone with " + picture + " can generate your codes; to delete it, run: rm ");
  }

  @Test
  void a_file_that_is_not_an_image_is_kept_and_no_device_is_left() {
    home.write("notes.txt", "not a picture");
    String file = home.file("notes.txt").toString();
    Outcome refused = home.run("mfa", "enroll", "-p", "newcomer", "--qr-file", file);
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(home.text("notes.txt")).isEqualTo("not a picture");
    assertThat(home.run("mfa", "list", "-p", "newcomer").err()).contains("has no MFA device");
  }

  @Test
  void in_a_low_window_the_code_goes_to_a_file_that_the_person_names() throws IOException {
    home.person.isWindowHighEnough = false;
    String picture = home.file("qr.png").toString();
    home.person.answers("");
    home.person.answers(picture);
    home.person.answers("^C");
    Outcome stopped = home.run("mfa", "enroll", "-p", "newcomer");
    assertThat(stopped.exit()).isEqualTo(130);
    assertThat(stopped.screen()).noneMatch(line -> line.startsWith("Scan this QR code"));
    home.person.scansPicture(Path.of(picture));
  }

  @Test
  void the_secret_key_is_shown_on_the_terminal_alone_and_on_request_alone() {
    Outcome shown = home.run("mfa", "enroll", "-p", "newcomer", "--show-secret");
    String secret =
        shown.screen().stream()
            .dropWhile(text -> !text.startsWith("Secret key of "))
            .skip(1)
            .findFirst()
            .orElse("");
    assertThat(Totp.ofBase32(secret)).isNotNull();
    assertThat(secret).hasSizeGreaterThan(31);
    assertThat(shown.out() + shown.err()).doesNotContain(secret);
    assertThat(home.run("mfa", "enroll", "second", "-p", "newcomer").screen())
        .noneMatch(text -> text.contains("Secret key"));
  }

  @Test
  void the_list_says_which_device_is_in_use_and_why() {
    assertThat(home.run("mfa", "list", "-p", "alice").out())
        .isEqualTo(
            """
            DEVICE                               KIND     AGE  IN USE
            arn:aws:iam::123456789012:mfa/alice  virtual  0d   yes: the only device that generates codes
            """);
    assertThat(home.run("mfa", "list", "-p", "alice", "--output", "json").out())
        .contains("\"reason\":\"only\"", "\"kind\":\"virtual\"", "\"gives_codes\":true");
  }

  @Test
  void a_user_with_a_passkey_only_is_reported_both_ways_out() {
    Outcome list = home.run("mfa", "list", "-p", "passkey");
    assertThat(list.out()).contains("no: passkeys do not generate codes");
    assertThat(list.err())
        .contains("keyturn mfa enroll -p passkey", "aws login --profile passkey-login");
    assertThat(home.run("login", "passkey").err())
        .contains("hint: add an authenticator app: keyturn mfa enroll -p passkey, or");
  }

  @Test
  void a_device_is_tested_without_changing_anything() {
    Outcome tested = home.run("mfa", "test", "-p", "alice");
    assertThat(tested.out()).isEqualTo("AWS accepted the code of " + IamHome.ALICE + "\n");
    assertThat(home.run("status", "--check", "alice").exit()).isEqualTo(1);
  }

  @Test
  void the_test_says_how_far_the_clock_of_the_device_is_off() {
    home.person.pass(Duration.ofSeconds(7));
    assertThat(home.run("mfa", "test", "alice", "--clock", "-p", "alice").out())
        .isEqualTo("AWS accepted the code of " + IamHome.ALICE + "; its clock is 7 s behind AWS\n");
  }

  @Test
  void two_codes_put_a_device_in_sync() {
    assertThat(home.run("mfa", "resync", "-p", "alice").out())
        .isEqualTo(IamHome.ALICE + " is in sync with AWS; to test it: keyturn mfa test -p alice\n");
  }

  @Test
  void an_unknown_device_is_answered_with_the_list() {
    Outcome refused = home.run("mfa", "remove", "nobody", "-p", "alice");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("hint: keyturn mfa list -p alice");
  }

  @Test
  void two_codes_take_a_terminal() {
    home.person.isThere = false;
    assertThat(home.run("mfa", "test", "-p", "alice").err())
        .endsWith("hint: in a terminal: keyturn mfa test -p alice\n");
    Outcome refused = home.run("mfa", "resync", "-p", "alice");
    assertThat(refused.exit()).isEqualTo(5);
    assertThat(refused.err()).contains("hint: in a terminal: keyturn mfa resync -p alice\n");
  }

  @Test
  void the_last_device_is_removed_with_force_alone() {
    Outcome refused = home.run("mfa", "remove", "alice", "-p", "alice");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err())
        .contains("keyturn mfa replace " + IamHome.ALICE + " -p alice", "--force -p alice");
    assertThat(home.run("mfa", "remove", "alice", "--force", "-p", "alice").out())
        .isEqualTo(IamHome.ALICE + " is removed\n");
  }

  @Test
  void a_new_phone_replaces_the_old_one() {
    home.write(".aws/config", "[profile alice]\nmfa_serial = " + IamHome.ALICE + "\n");
    Outcome replaced = home.run("mfa", "replace", "-p", "alice");
    assertThat(replaced.exit()).isZero();
    assertThat(home.text(".aws/config")).contains("mfa_serial = " + IamHome.ALICE + "-2\n");
    assertThat(home.run("mfa", "list", "-p", "alice").out())
        .contains(IamHome.ALICE + "-2 ")
        .doesNotContain(IamHome.ALICE + " ");
  }

  /** Each command is a process of its own, which asks for the passphrase. */
  private Outcome open(String... words) {
    home.person.answers("correct horse");
    return home.run(words);
  }

  private void keepSeed() {
    home.write(".aws/config", "[profile alice]\nmfa_serial = " + IamHome.ALICE + "\n");
    home.person.answers("correct horse");
    home.person.answers("correct horse");
    String[] words = {"store", "add-seed", "alice", "--to", "encrypted-file"};
    assertThat(home.reading(IamHome.ALICE_SEED, words).exit()).isZero();
  }

  @Test
  void undo_after_a_secret_key_was_stored_undoes_nothing_older_and_says_so() {
    home.run("config", "set", "profile.alice.region", "eu-west-1");
    keepSeed();
    Outcome undone = home.run("undo");
    assertThat(undone.exit()).isEqualTo(1);
    assertThat(undone.err())
        .contains("  store add-seed  " + home.file(".aws/config") + "  [profile alice]\n");
  }

  private static final String REMOVE_SEED =
      "keyturn store remove-seed alice --device " + IamHome.ALICE;

  @Test
  void a_removed_device_leaves_a_secret_key_that_is_named_with_the_line_that_removes_it() {
    keepSeed();
    Outcome removed = open("mfa", "remove", "alice", "--force", "-p", "alice");
    assertThat(removed.err())
        .contains(
            "the secret key of "
                + IamHome.ALICE
                + " is still in encrypted-file; to remove it: "
                + REMOVE_SEED
                + "\n");
    assertThat(home.text(".aws/config")).doesNotContain("mfa_serial");
    home.person.answers("y");
    Outcome gone = open(REMOVE_SEED.substring("keyturn ".length()).split(" ", -1));
    assertThat(gone.out())
        .isEqualTo("removed the secret key of " + IamHome.ALICE + " from encrypted-file\n");
    assertThat(home.text(".aws/config")).doesNotContain("keyturn_mfa_seed");
    assertThat(home.run("store", "list").out()).doesNotContain("SECRET KEY");
  }

  @Test
  void a_replaced_device_leaves_one_too() {
    keepSeed();
    home.person.answers("correct horse");
    Outcome replaced = open("mfa", "replace", "-p", "alice");
    assertThat(replaced.exit()).isZero();
    assertThat(replaced.err()).contains("to remove it: " + REMOVE_SEED + "\n");
  }

  @Test
  void a_secret_key_that_no_profile_uses_is_listed_with_the_line_that_removes_it() {
    keepSeed();
    home.run("config", "unset", "profile.alice.keyturn_mfa_seed");
    Outcome list = home.run("store", "list");
    String line = "store remove-seed --device " + IamHome.ALICE + " --from encrypted-file";
    assertThat(list.out())
        .contains("-        " + IamHome.ALICE + "  encrypted-file  no profile uses it\n");
    assertThat(list.err())
        .isEqualTo("to remove the secret key of " + IamHome.ALICE + ": keyturn " + line + "\n");
    home.person.answers("y");
    assertThat(open(line.split(" ", -1)).exit()).isZero();
    assertThat(home.run("store", "list").out()).doesNotContain("SECRET KEY");
  }

  @Test
  void the_list_of_secret_keys_knows_the_device_of_every_way_of_working() {
    home.write(
        ".aws/config",
        """
        [profile mine]
        source_profile = alice
        keyturn_mfa_seed = encrypted-file
        [profile alice]
        mfa_serial = %s
        """
            .formatted(IamHome.ALICE));
    home.write(
        ".aws/credentials",
        home.text(".aws/credentials")
            + "[old-long-term]\naws_mfa_device = arn:aws:iam::123456789012:mfa/old\n"
            + "aws_access_key_id = AKIAOLD\naws_secret_access_key = x\n"
            + "keyturn_mfa_seed = keychain\n");
    assertThat(home.run("store", "list").out())
        .containsPattern("mine +" + IamHome.ALICE + " +encrypted-file")
        .containsPattern("old-long-term +arn:aws:iam::123456789012:mfa/old +keychain");
  }

  @Test
  void the_code_of_a_seed_is_the_one_that_the_app_shows() {
    String code = Totp.ofBase32(IamHome.ALICE_SEED).at(IamHome.NOON).digits() + "\n";
    home.write("seed", IamHome.ALICE_SEED + "\n");
    assertThat(home.run("mfa", "code", "--seed-file", home.file("seed").toString()).out())
        .isEqualTo(code);
    String uri = "otpauth://totp/AWS:alice?secret=" + IamHome.ALICE_SEED + "&issuer=AWS\n";
    assertThat(home.reading(uri, "mfa", "code", "--seed-file", "-").out()).isEqualTo(code);
  }

  @Test
  void an_invalid_seed_is_not_printed() {
    Outcome refused = home.reading("my secret!", "mfa", "code", "--seed-file", "-");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).doesNotContain("my secret");
  }
}
