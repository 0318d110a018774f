package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.adapter.answer.HotAnswers;
import dev.keyturn.cli.adapter.process.ChildProcesses;
import dev.keyturn.cli.adapter.terminal.StandardInput;
import dev.keyturn.cli.adapter.terminal.StandardStreams;
import dev.keyturn.cli.command.port.Input;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.domain.failure.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands for the AWS files, typed. */
class ConfigCommandsTest {

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  @TempDir Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> shown = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private boolean hasTerminal;
  private String typed = "";
  private int exit;

  @BeforeEach
  void set_up() {
    environment.put("HOME", home.toString());
  }

  // --- get and set -------------------------------------------------------------------------------

  @Test
  void what_is_set_is_what_get_prints() {
    run("config", "set", "profile.dev.region", "eu-west-1");
    assertThat(exit).isZero();
    assertThat(out()).isEmpty();

    run("config", "get", "profile.dev.region");
    assertThat(out()).isEqualTo("eu-west-1\n");
    run("config", "get", "profile.dev.region", "--output", "json");
    assertThat(out()).isEqualTo("{\"value\":\"eu-west-1\"}\n");
  }

  @Test
  void nested_keys_are_set_and_read() throws IOException {
    run("config", "set", "default.s3.max_queue_size", "7");
    run("config", "get", "default.s3.max_queue_size");
    assertThat(out()).isEqualTo("7\n");
    run("config", "get", "default.s3");
    assertThat(out()).isEqualTo("max_queue_size = 7\n");
    assertThat(config()).isEqualTo("[default]\ns3 =\n    max_queue_size = 7\n");
  }

  @Test
  void a_profile_without_a_key_ends_with_2_and_the_words_of_the_same_command() {
    run("config", "get", "profile.dev");
    assertThat(exit).isEqualTo(2);
    assertThat(err()).endsWith("\nhint: keyturn config get profile.dev.KEY\n");
    run("config", "set", "profile.dev", "x");
    assertThat(err()).endsWith("\nhint: keyturn config set profile.dev.KEY x\n");
    run("config", "unset", "profile.dev");
    assertThat(err()).endsWith("\nhint: keyturn config unset profile.dev.KEY\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "config set dev.region x | keyturn config set profile.dev.region x",
        "config set dev.region $1 | keyturn config set profile.dev.region '$1'",
        "config set --file VALUE dev.region x | keyturn config set --file VALUE profile.dev.region"
            + " x",
        "config set dev.region x --file f | keyturn config set profile.dev.region x --file f",
        "config get dev.s3.max_queue_size | keyturn config get profile.dev.s3.max_queue_size",
        "config unset a.b.region | keyturn config unset profile.a.b.region",
        "config set ops.aws_secret_access_key x |"
            + " keyturn config set profile.ops.aws_secret_access_key -",
      })
  void a_profile_is_named_with_its_prefix(String words, String hint) throws IOException {
    write("config", "[profile dev]\n[profile a.b]\nregion = x\n");
    run(words.split(" ", -1));
    assertThat(exit).isEqualTo(2);
    assertThat(err()).contains("keyturn: settings of profile '").endsWith("hint: " + hint + "\n");
    assertThat(config()).isEqualTo("[profile dev]\n[profile a.b]\nregion = x\n");
  }

  @Test
  void a_key_alone_is_one_of_the_profile_in_use() throws IOException {
    environment.put("AWS_PROFILE", "dev");
    run("config", "set", "region", "a");
    run("config", "set", "region", "b", "--profile", "ops");

    assertThat(config()).isEqualTo("[profile dev]\nregion = a\n[profile ops]\nregion = b\n");
  }

  @Test
  void a_setting_that_is_missing_ends_with_1_and_an_unknown_profile_with_3() throws IOException {
    write("config", "[profile dev]\n");

    run("config", "get", "profile.dev.region");
    assertThat(exit).isEqualTo(1);
    assertThat(err()).isEqualTo("keyturn: profile.dev.region is not set\n");
    run("config", "get", "profile.dve.region");
    assertThat(exit).isEqualTo(3);
    assertThat(err()).contains("hint: did you mean 'dev'?");
  }

  @Test
  void the_raw_form_edits_any_section_of_any_file() throws IOException {
    Path file = Files.writeString(home.resolve("any"), "[profile 'a b']\nx=1\n[odd]\n");

    run("config", "set", "--file", file.toString(), "--section", "profile a b", "x", "2");
    run("config", "set", "--file", file.toString(), "--section", "odd", "s3.y", "3");
    run("config", "unset", "--file", file.toString(), "--section", "profile a b", "x");
    run("config", "get", "--file", file.toString(), "--section", "odd", "s3.y");

    assertThat(out()).isEqualTo("3\n");
    assertThat(file).hasContent("[profile 'a b']\n[odd]\ns3 =\n    y = 3\n");
  }

  @Test
  void the_name_of_another_file_decides_the_form_of_its_headers() {
    run("config", "set", "--file", home + "/my-credentials", "profile.dev.region", "x");
    run("config", "set", "--file", home + "/my-config", "profile.dev.region", "x");

    assertThat(home.resolve("my-credentials")).hasContent("[dev]\nregion = x\n");
    assertThat(home.resolve("my-config")).hasContent("[profile dev]\nregion = x\n");
  }

  @Test
  void a_section_without_a_file_is_one_of_the_AWS_files() throws IOException {
    run("config", "set", "--section", "dev", "aws_access_key_id", "AKIAIOSFODNN7EXAMPLE");
    run("config", "set", "--section", "sso-session dev", "sso_region", "x");

    assertThat(credentials()).isEqualTo("[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n");
    assertThat(config()).isEqualTo("[sso-session dev]\nsso_region = x\n");
  }

  @Test
  void a_file_in_the_home_folder_may_begin_with_a_tilde() {
    run("config", "set", "--file", "~/any", "--section", "profile dev", "region", "x");

    assertThat(home.resolve("any")).hasContent("[profile dev]\nregion = x\n");
    run("config", "get", "--file", "~/any", "--section", "profile dev", "region");
    assertThat(out()).isEqualTo("x\n");
  }

  @Test
  void the_default_profile_may_be_missing() {
    run("config", "get", "region");

    assertThat(exit).isEqualTo(1);
    assertThat(err()).isEqualTo("keyturn: region is not set\n");
  }

  // --- secrets -----------------------------------------------------------------------------------

  @Test
  void a_secret_comes_from_standard_input() throws IOException {
    typed = SECRET + "\n";
    run("config", "set", "profile.dev.aws_secret_access_key", "-");

    assertThat(err()).isEmpty();
    assertThat(credentials()).isEqualTo("[dev]\naws_secret_access_key = " + SECRET + "\n");
  }

  @Test
  void a_secret_given_as_an_argument_is_taken_with_a_warning() throws IOException {
    run("config", "set", "profile.dev.AWS_Secret_Access_Key", SECRET);

    assertThat(exit).isZero();
    assertThat(err()).startsWith("keyturn: a secret given as an argument").doesNotContain(SECRET);
    assertThat(credentials()).contains(SECRET);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_credentials_file_that_others_can_read_is_reported_and_a_config_file_is_not()
      throws IOException {
    write("credentials", "[dev]\n");
    write("config", "[profile dev]\n");
    for (String name : List.of("credentials", "config")) {
      Files.setPosixFilePermissions(
          home.resolve(".aws").resolve(name), PosixFilePermissions.fromString("rw-r-----"));
    }
    String file = home + "/.aws/credentials";

    run("config", "set", "profile.dev.region", "x");
    assertThat(err()).isEmpty();
    run("config", "set", "profile.dev.aws_access_key_id", "AKIAIOSFODNN7EXAMPLE");
    assertThat(exit).isZero();
    assertThat(err())
        .isEqualTo(
            "keyturn: "
                + file
                + ": other users can read or change this file\nhint: chmod 600 '"
                + file
                + "'\n");
  }

  @Test
  void unset_removes_the_line_and_undo_restores_every_byte() throws IOException {
    write("config", "[default]\nregion = x");
    run("config", "set", "profile.dev.region", "x");
    run("config", "unset", "profile.dev.region");
    assertThat(config()).isEqualTo("[default]\nregion = x\n[profile dev]\n");

    run("undo");
    run("undo");
    assertThat(config()).isEqualTo("[default]\nregion = x");
  }

  @Test
  void a_value_with_a_line_break_is_refused_and_not_repeated() {
    typed = SECRET + "\nmore\n";
    run("config", "set", "profile.dev.aws_secret_access_key", "-");

    assertThat(exit).isEqualTo(2);
    assertThat(err()).contains("contains a line break").doesNotContain(SECRET);
    assertThat(home.resolve(".aws")).doesNotExist();
  }

  @Test
  void dump_masks_secrets_in_any_case_and_nothing_else() throws IOException {
    write(
        "credentials",
        """
        [dev]
        aws_access_key_id = A
        AWS_SECRET_ACCESS_KEY = s
        aws_session_token = t
        aws_security_token = t
        """);
    write("config", "[profile dev]\nregion = x\n[left-out]\na = 1\n[sso-session s]\nb = 2\n");

    run("config", "dump", "--output", "json");

    assertThat(out())
        .isEqualTo(
            "{\"profiles\":{\"dev\":{\"region\":\"x\",\"aws_access_key_id\":\"A\","
                + "\"aws_secret_access_key\":\"****\",\"aws_session_token\":\"****\","
                + "\"aws_security_token\":\"****\"}},\"sso_sessions\":{\"s\":{\"b\":\"2\"}},"
                + "\"services\":{}}\n");
  }

  @Test
  void dump_as_text_reads_like_the_files() throws IOException {
    write("config", "[profile dev]\ns3 =\n  a = 1\nempty =\n[services x]\n");

    run("config", "dump");

    assertThat(out()).isEqualTo("[profile dev]\ns3 =\n    a = 1\nempty =\n\n[services x]\n");
  }

  @Test
  void secrets_are_shown_on_a_terminal_and_nowhere_else() throws IOException {
    write("credentials", "[dev]\naws_secret_access_key = " + SECRET + "\n");

    run("config", "dump", "--show-secrets");
    assertThat(exit).isEqualTo(5);
    hasTerminal = true;
    run("config", "dump", "--show-secrets");

    assertThat(exit).isZero();
    assertThat(out()).isEmpty();
    assertThat(shown).containsExactly("[profile dev]\naws_secret_access_key = " + SECRET);
  }

  // --- where -------------------------------------------------------------------------------------

  @Test
  void where_names_both_files_and_the_profile() {
    environment.put("AWS_CONFIG_FILE", "~/c");
    environment.put("AWS_PROFILE", "dev");

    run("config", "where", "--output", "json");

    assertThat(out())
        .isEqualTo(
            "{\"config\":\""
                + home
                + "/c\",\"credentials\":\""
                + home
                + "/.aws/credentials\",\"profile\":\"dev\"}\n");
  }

  // --- lint --------------------------------------------------------------------------------------

  @Test
  void lint_has_one_row_per_place_with_both_readings() throws IOException {
    write("config", "[profile dev]\nregion = x # c\n[profile dev]\n");

    run("config", "lint", "--output", "json");

    assertThat(exit).isEqualTo(1);
    assertThat(out())
        .isEqualTo(
            ("{'findings':[{'rule':'inline-comment','file':'"
                    + home
                    + "/.aws/config','line':2,'profile':'dev','sdk':'read \"region\" without the"
                    + " comment','aws_cli':'treats the comment as part of"
                    + " \"region\"','fatal_for':[],'fix':'move the comment to a line of its own"
                    + " above'},{'rule':'duplicate-section','file':'"
                    + home
                    + "/.aws/config','line':3,'profile':'dev','sdk':'merge the sections; later"
                    + " values take precedence','aws_cli':'cannot read the"
                    + " file','fatal_for':['aws-cli'],'fix':'merge it into the one above'}]}\n")
                .replace("\"", "QUOTE")
                .replace("'", "\"")
                .replace("QUOTE", "'"));
  }

  @Test
  void lint_repairs_what_has_one_right_answer_and_undo_takes_it_back() throws IOException {
    write("config", "[profile dev]\nregion = x # c\n");

    run("config", "lint", "--fix");
    assertThat(exit).isZero();
    assertThat(config()).isEqualTo("[profile dev]\n# c\nregion = x\n");
    assertThat(err())
        .isEqualTo(
            """
            keyturn: repaired: inline-comment in %s/.aws/config
            to take it back: keyturn undo
            keyturn: no findings
            """
                .formatted(home));
    run("undo");
    assertThat(exit).isZero();
    assertThat(config()).isEqualTo("[profile dev]\nregion = x # c\n");
  }

  @Test
  void files_that_are_read_alike_have_no_findings() throws IOException {
    write("config", "[profile dev]\nregion = x\n");

    run("config", "lint");

    assertThat(exit).isZero();
    assertThat(out()).isEmpty();
    assertThat(err()).isEqualTo("keyturn: no findings\n");
  }

  @Test
  void lint_lists_its_rules_without_reading_a_file() throws IOException {
    write("config", "[default\n");

    run("config", "lint", "--rules");
    assertThat(exit).isZero();
    assertThat(out())
        .contains(
            """
            byte-order-mark
              AWS SDKs  may not be able to read the file
              AWS CLI   cannot read the file
              --fix     remove the byte order mark
            """);
    run("config", "lint", "--rules", "--output", "json");
    assertThat(out())
        .startsWith("{\"rules\":[{\"rule\":\"utf-16\",\"sdk\":\"cannot read the file\",")
        .contains("\"fatal_for\":[\"sdk\",\"aws-cli\"]}");
  }

  @Test
  void a_byte_order_mark_is_repaired_and_comes_back_with_undo() throws IOException {
    write("config", "\uFEFF[profile dev]\nregion = x\n");

    run("config", "lint", "--fix");
    assertThat(exit).isZero();
    assertThat(config()).isEqualTo("[profile dev]\nregion = x\n");
    run("undo");
    assertThat(config()).isEqualTo("\uFEFF[profile dev]\nregion = x\n");
  }

  @Test
  void a_repair_of_lines_with_a_session_says_that_it_cannot_be_undone() throws IOException {
    run("config", "set", "profile.dev.region", "a");
    String session = "aws_access_key_id = ASIAIOSFODNN7EXAMPLE\naws_session_token = x\n";
    write("credentials", "[x]\n[y]\n[x]\n" + session);
    run("config", "lint", "--fix");
    assertThat(err())
        .contains(
            "keyturn: the change to "
                + home
                + "/.aws/credentials cannot be undone: keys of a session are not recorded\n")
        .doesNotContain("keyturn undo");
    assertThat(credentials()).isEqualTo("[x]\n" + session + "[y]\n");

    run("undo");

    assertThat(exit).isEqualTo(1);
    assertThat(err()).contains("cannot be undone", "  config lint --fix  ");
    assertThat(config()).isEqualTo("[profile dev]\nregion = a\n");
    run("undo", "--forget");
    run("undo");
    assertThat(config()).isEmpty();
  }

  // --- undo --------------------------------------------------------------------------------------

  @Test
  void undo_takes_back_the_last_edit_and_shows_it_without_secrets() throws IOException {
    write("credentials", "[dev]\naws_secret_access_key = old\n");
    typed = SECRET;
    run("config", "set", "profile.dev.aws_secret_access_key", "-");
    run("undo", "--list");
    assertThat(out())
        .isEqualTo(
            "12:00  config set  " + home + "/.aws/credentials  [dev] aws_secret_access_key\n");
    run("undo");

    assertThat(out())
        .startsWith("undoes: 12:00  config set  ")
        .endsWith("\n- aws_secret_access_key = ****\n+ aws_secret_access_key = ****\n");
    assertThat(credentials()).isEqualTo("[dev]\naws_secret_access_key = old\n");
    run("undo");
    assertThat(exit).isEqualTo(1);
    assertThat(err()).startsWith("keyturn: there is nothing to undo: ");
  }

  @Test
  void undo_leaves_lines_alone_that_somebody_changed_since() throws IOException {
    run("config", "set", "profile.dev.region", "a");
    write("config", "[profile dev]\nregion = b\n");

    run("undo");

    assertThat(exit).isEqualTo(7);
    assertThat(out()).isEmpty();
    assertThat(err())
        .contains("what 'config set' wrote ([profile dev] region) was changed since")
        .contains("undo older changes: keyturn undo --forget");
    assertThat(config()).isEqualTo("[profile dev]\nregion = b\n");
  }

  @Test
  void undo_says_that_later_changes_of_others_stay() throws IOException {
    run("config", "set", "profile.dev.region", "a");
    write("config", "[profile dev]\nregion = a\noutput = json\n");

    run("undo");

    assertThat(out()).endsWith("\n- region = a\n").doesNotContain("- [profile dev]");
    assertThat(err())
        .isEqualTo(
            "keyturn: "
                + home
                + "/.aws/config was also changed after that, by a login or another program;"
                + " those changes stay\n");
    assertThat(config()).isEqualTo("[profile dev]\noutput = json\n");
  }

  @Test
  void undo_in_the_credentials_file_gives_no_hint_about_sessions() throws IOException {
    run("config", "set", "profile.dev.aws_access_key_id", "AKIAIOSFODNN7EXAMPLE");
    write("credentials", credentials() + "[other]\nregion = a\n");

    run("undo");

    assertThat(err()).endsWith("; those changes stay\n");
  }

  @Test
  void a_change_that_is_forgotten_no_longer_blocks_the_one_before_it() throws IOException {
    run("config", "set", "profile.dev.region", "a");
    run("config", "set", "profile.dev.output", "text");
    write("config", "[profile dev]\nregion = a\noutput = json\n");

    run("undo", "--forget");

    assertThat(out()).startsWith("forgotten, not undone: 12:00  config set  ");
    run("undo");
    assertThat(config()).isEqualTo("[profile dev]\noutput = json\n");
  }

  // --- mistakes ----------------------------------------------------------------------------------

  @Test
  void a_broken_file_is_named_with_line_rule_and_repair() throws IOException {
    write("config", "[default]\nregion\n");

    run("config", "dump");

    assertThat(exit).isEqualTo(3);
    assertThat(err())
        .isEqualTo(
            "keyturn: "
                + home
                + "/.aws/config:2: Expected an '=' sign defining a property\n"
                + "hint: write line 2 of "
                + home
                + "/.aws/config as 'key = value', or put a # in its first column\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"config", "config get", "config set a", "config set a b c", "config sett"})
  void a_command_line_that_is_wrong_ends_with_2(String words) {
    run(words.split(" ", -1));

    assertThat(exit).isEqualTo(2);
    assertThat(home.resolve(".aws")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "set", "unset", "dump", "where"})
  void every_command_has_help(String command) {
    run("config", command, "--help");

    assertThat(exit).isZero();
    assertThat(out()).contains("Usage: keyturn config " + command, "Examples:", "Exit codes:");
  }

  @Test
  void an_edit_that_cannot_be_noted_in_the_journal_is_not_made() throws IOException {
    run("config", "set", "profile.dev.output", "json");
    byte[] before = Files.readAllBytes(home.resolve(".aws/config"));
    Files.deleteIfExists(home.resolve("state/journal"));
    Files.createDirectories(home.resolve("state/journal"));
    run("config", "set", "profile.dev.output", "text");
    assertThat(exit).isEqualTo(3);
    assertThat(Files.readAllBytes(home.resolve(".aws/config"))).isEqualTo(before);
    run("undo", "--list");
    assertThat(out()).doesNotContain("text");
  }

  // --- the language of these tests ---------------------------------------------------------------

  private void run(String... words) {
    out.reset();
    err.reset();
    Host host =
        new Host(
            environment,
            new StandardStreams(out, err),
            new Typed(new StandardInput(new ByteArrayInputStream(bytes(typed)))),
            new Screen(),
            new ChildProcesses(environment),
            LocalClock.of(Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC)),
            SecureRandom::new,
            home.resolve("state"),
            home,
            "",
            HotAnswers.notLeft(),
            "");
    exit = new CommandLineRun(host).run(words);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws").resolve(name), text);
  }

  private String config() throws IOException {
    return Files.readString(home.resolve(".aws/config"));
  }

  private String credentials() throws IOException {
    return Files.readString(home.resolve(".aws/credentials"));
  }

  /** A standard input that is not a terminal, wherever the tests run. */
  private record Typed(StandardInput input) implements Input {
    @Override
    public String line() {
      return input.line();
    }

    @Override
    public String text() {
      return input.text();
    }
  }

  /** The terminal of these tests: it shows, and nobody types. */
  private final class Screen implements Terminal {
    @Override
    public boolean isPresent() {
      return hasTerminal;
    }

    @Override
    public void show(String line) {
      shown.add(line);
    }

    @Override
    public String ask(String prompt) {
      throw new Failure.Interrupted().exception();
    }

    @Override
    public String askSecret(String prompt) {
      throw new Failure.Interrupted().exception();
    }

    @Override
    public void countDown(String what, Duration wait) {
      throw new Failure.Interrupted().exception();
    }

    @Override
    public void progress(String text) {
      throw new AssertionError("nothing takes long");
    }
  }
}
