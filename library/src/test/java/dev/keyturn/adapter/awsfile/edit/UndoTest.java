package dev.keyturn.adapter.awsfile.edit;

import static dev.keyturn.adapter.awsfile.edit.EditedHome.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.adapter.awsfile.TestFiles;
import dev.keyturn.adapter.awsfile.read.FileLocations;
import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.ChangedSetting;
import dev.keyturn.domain.edit.Edit;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits by hand, the record they leave, and taking them back. */
class UndoTest {

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path state;
  private final TestFiles files = new TestFiles();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[default]\nregion = old # why\n",
        "[default]\r\nregion=old\r\n  more\r\n# c\r\n  more\r\nb = 1",
        "[default]\nb = 1",
        "[default]\nregion = a\nRegion = b\n[default]\nregion = c",
        "[profile x]"
      })
  void an_edit_is_taken_back_to_the_byte(String text) throws IOException {
    for (Change change :
        List.of(
            new Change.Set("default", "region", "new"),
            new Change.Set("default", "s3.x", "1"),
            new Change.Unset("default", "region"),
            new Change.RemoveSection("default"))) {
      files.with("config", text);
      change(change);
      for (AppliedEdit edit : home().undoable()) {
        home().undo().undo(edit);
      }

      assertThat(text("config")).as(change.toString()).isEqualTo(text);
    }
  }

  @Test
  void edits_are_taken_back_one_after_the_other() throws IOException {
    files.with("config", "[default]\na = 1\n");
    change(new Change.Set("default", "a", "2"));
    change(new Change.Set("default", "a", "3"));

    home().undoNewest();
    assertThat(text("config")).isEqualTo("[default]\na = 2\n");
    home().undoNewest();
    assertThat(text("config")).isEqualTo("[default]\na = 1\n");
    assertThat(home().undoable()).isEmpty();
  }

  @Test
  void lines_that_came_and_went_elsewhere_do_no_harm() throws IOException {
    files.with("config", "[default]\na = 1\nb = 2\n");
    change(new Change.Set("default", "a", "9"));
    files.with("config", "# new\n[profile x]\na = 9\n[default]\na = 9\nb = 2\nc = 3\n");

    home().undoNewest();

    assertThat(text("config"))
        .isEqualTo("# new\n[profile x]\na = 9\n[default]\na = 1\nb = 2\nc = 3\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[default]\na = 8\n", "[default]\n", "", "[x]\na = 9\n[y]\na = 9\n"})
  void lines_changed_since_the_edit_are_left_alone(String meanwhile) throws IOException {
    files.with("config", "[default]\na = 1\n");
    change(new Change.Set("default", "a", "9"));
    files.with("config", meanwhile);

    assertThat(refusedUndo(home().undoable().get(0)))
        .isEqualTo(new FileFailure.Edited("/home/ada/.aws/config", "config set", "[default] a"));
    assertThat(text("config")).isEqualTo(meanwhile);
    assertThat(home().undoable()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[default]\nb = 1\n", "[default]\nb = 1"})
  void lines_added_since_stay_in_the_section_that_the_edit_created(String text) throws IOException {
    files.with("config", text);
    change(new Change.Set("profile x", "region", "eu-west-1"));
    files.with("config", text("config") + "\n# mine\noutput = json\n");

    home().undoNewest();

    assertThat(text("config")).endsWith("[profile x]\n\n# mine\noutput = json\n");
    assertThat(text("config")).startsWith(text).doesNotContain("region");
  }

  @Test
  void a_section_that_follows_since_does_not_keep_the_header() throws IOException {
    change(new Change.Set("profile x", "region", "eu-west-1"));
    files.with("config", text("config") + "# mine\n[profile y]\noutput = json\n");

    home().undoNewest();

    assertThat(text("config")).isEqualTo("# mine\n[profile y]\noutput = json\n");
  }

  @Test
  void a_value_continued_since_is_left_alone() throws IOException {
    files.with("config", "[default]\na = 1\n");
    change(new Change.Set("default", "s3.x", "1"));
    String continued = text("config") + "    y = 2\n";
    files.with("config", continued);

    assertThat(refusedUndo(home().undoable().get(0))).isInstanceOf(FileFailure.Edited.class);
    assertThat(text("config")).isEqualTo(continued);
  }

  @Test
  void a_preview_says_whether_something_else_changed_the_file_since() throws IOException {
    change(new Change.Set("default", "a", "1"));
    change(new Change.Set("default", "b", "2"));
    assertThat(home().undo().preview(home().undoable().get(0)).changedSince()).isFalse();
    home().undoNewest();
    assertThat(home().undo().preview(home().undoable().get(0)).changedSince()).isFalse();

    files.with("config", text("config") + "# mine\n");

    assertThat(home().undo().preview(home().undoable().get(0)).changedSince()).isTrue();
  }

  @Test
  void a_forgotten_edit_stays_made_and_the_one_before_it_can_be_undone() throws IOException {
    change(new Change.Set("default", "a", "1"));
    change(new Change.Set("default", "b", "2"));
    files.with("config", "[default]\na = 1\nb = 3\n");

    home().undo().forget(home().undoable().get(0));
    home().undoNewest();

    assertThat(text("config")).isEqualTo("[default]\nb = 3\n");
  }

  @Test
  void bytes_in_another_encoding_are_taken_back_as_they_were() throws IOException {
    byte[] latin = "[default]\na = \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    files.with("config", latin);
    change(new Change.Set("default", "a", "9"));

    home().undoNewest();

    assertThat(Files.readAllBytes(files.path("config"))).isEqualTo(latin);
  }

  @Test
  void a_repair_names_no_setting_and_is_taken_back_to_the_byte() throws IOException {
    files.with("config", "[default]\na = 1 # why");
    home().lint().repair(FileKind.CONFIG);
    AppliedEdit repair = home().undoable().get(0);
    assertThat(repair.edit().settings()).isEmpty();

    home().undo().undo(repair);

    assertThat(text("config")).isEqualTo("[default]\na = 1 # why");
    assertThat(home().undoable()).isEmpty();
  }

  // --- what is kept ------------------------------------------------------------------------------

  @Test
  void the_last_ten_edits_are_kept() {
    for (int round = 0; round < 12; round++) {
      change(new Change.Set("default", "a", "v" + round));
    }

    assertThat(home().undoable()).hasSize(10);
    assertThat(home().undoable().get(0).edit().hunks().get(0).after()).isEqualTo("a = v11\n");
  }

  @Test
  void an_edit_that_changes_nothing_is_not_kept() {
    change(new Change.Set("default", "a", "1"));
    change(new Change.Set("default", "a", "1"));

    assertThat(home().undoable()).hasSize(1);
  }

  @Test
  void an_edit_that_could_not_be_made_is_not_kept() {
    files.with("config", "[default]\n");
    InstantSource late =
        () -> {
          files.with("config", "[default]\nother = 1\n");
          return NOON;
        };

    assertThat(
            refused(
                () -> home().at(late).change(FileKind.CONFIG, new Change.Set("default", "a", "1"))))
        .isInstanceOf(FileFailure.Changed.class);
    assertThat(home().undoable()).isEmpty();
  }

  @Test
  void the_last_edit_is_the_newest_even_when_the_clock_was_set_back() throws IOException {
    files.with("config", "[default]\na = 1\n");
    change(new Change.Set("default", "a", "2"));
    home()
        .at(() -> NOON.minusSeconds(3600))
        .change(FileKind.CONFIG, new Change.Set("default", "a", "3"));

    home().undoNewest();

    assertThat(text("config")).isEqualTo("[default]\na = 2\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home/ada/circle", "no\0path"})
  void an_edit_left_half_done_in_a_file_that_cannot_be_found_stops_no_edit_of_another(String file)
      throws IOException {
    files.with("config", "[default]\n");
    Files.createSymbolicLink(
        files.disk.getPath("/home/ada/circle"), files.disk.getPath("/home/ada/circle"));
    leavesHalfDone(new Edit("config set", FileKind.CONFIG, file, List.of(), List.of()));

    change(new Change.Set("default", "a", "1"));

    assertThat(text("config")).isEqualTo("[default]\na = 1\n");
    assertThat(home().undoable()).hasSize(1);
  }

  @Test
  void an_edit_says_when_which_command_and_which_settings() {
    change(new Change.Set("profile x", "a", "1"));

    AppliedEdit edit = home().undoable().get(0);
    assertThat(edit.when()).isEqualTo(NOON);
    assertThat(edit.edit().command()).isEqualTo("config set");
    assertThat(edit.edit().file()).isEqualTo("/home/ada/.aws/config");
    assertThat(edit.edit().settings()).containsExactly(new ChangedSetting("profile x", "a"));
  }

  @Test
  void the_journal_has_a_line_for_each_edit_without_its_value() throws IOException {
    credentials(new Change.Set("x", "aws_secret_access_key", SECRET));
    credentials(new Change.RemoveSection("x"));

    assertThat(Files.readAllLines(state.resolve("journal")))
        .containsExactly(
            "2026-11-21T12:00:00Z config set /home/ada/.aws/credentials [x] aws_secret_access_key",
            "2026-11-21T12:00:00Z config set /home/ada/.aws/credentials [x]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws_session_token", "aws_access_key_id", "aws_secret_access_key"})
  void the_keys_of_a_session_are_never_kept(String key) throws IOException {
    files.with(
        "credentials",
        """
        [x]
        aws_access_key_id = ASIAIOSFODNN7EXAMPLE
        aws_secret_access_key = b
        aws_session_token = c
        """);
    credentials(new Change.Set("x", key, "new"));
    credentials(new Change.Unset("x", key));
    credentials(new Change.RemoveSection("x"));

    assertThat(home().undoable()).isEmpty();
    assertThat(home().undo().candidates()).hasSize(3);
    assertThat(Files.readAllLines(state.resolve("journal"))).hasSize(3);
  }

  @Test
  void a_token_left_over_beside_a_long_term_key_comes_back() throws IOException {
    String keys = "[x]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = b\n";
    files.with("credentials", keys + "aws_session_token = c\n");
    credentials(new Change.Unset("x", "aws_session_token"));
    assertThat(text("credentials")).isEqualTo(keys);

    home().undoNewest();

    assertThat(text("credentials")).isEqualTo(keys + "aws_session_token = c\n");
  }

  @Test
  void a_secret_that_shall_be_gone_is_forgotten() {
    credentials(new Change.Set("x", "aws_secret_access_key", SECRET));
    credentials(new Change.Set("x", "region", "y"));

    home().journal().forget(SECRET);

    assertThat(home().undoable())
        .extracting(applied -> applied.edit().settings())
        .containsExactly(List.of(new ChangedSetting("x", "region")));
  }

  @Test
  void no_text_of_an_edit_has_its_lines_in_it() {
    credentials(new Change.Set("x", "aws_secret_access_key", SECRET));

    assertThat(home().undoable().get(0).toString()).doesNotContain(SECRET);
  }

  // --- settings by name --------------------------------------------------------------------------

  @Test
  void keys_go_to_the_credentials_file_and_other_settings_to_the_config_file() throws IOException {
    set("profile.x.aws_access_key_id", "AKIAIOSFODNN7EXAMPLE");
    set("profile.x.region", "eu-west-1");
    set("default.s3.max_queue", "1");

    assertThat(text("credentials")).isEqualTo("[x]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n");
    assertThat(text("config"))
        .isEqualTo("[profile x]\nregion = eu-west-1\n[default]\ns3 =\n    max_queue = 1\n");
  }

  @Test
  void a_setting_that_the_credentials_file_has_is_set_there_because_that_file_takes_precedence()
      throws IOException {
    files.with("credentials", "[x]\nregion = a\n").with("config", "[profile x]\nregion = b\n");

    set("profile.x.region", "c");

    assertThat(text("credentials")).isEqualTo("[x]\nregion = c\n");
    assertThat(value("profile.x.region")).isEqualTo("c");
  }

  @Test
  void unset_removes_a_setting_from_both_files() throws IOException {
    files.with("credentials", "[x]\nregion = a\n").with("config", "[profile x]\nregion = b\n");

    home().settings().unset(name("profile.x.region"), "config unset");

    assertThat(text("credentials")).isEqualTo("[x]\n");
    assertThat(text("config")).isEqualTo("[profile x]\n");
  }

  @Test
  void a_value_is_read_with_its_continuation_lines_and_nested_ones_by_their_path() {
    files.with("config", "[default]\na = 1\n  2\nS3 =\n  Max = 3 # c\n");

    assertThat(value("default.A")).isEqualTo("1\n2");
    assertThat(value("default.s3")).isEqualTo("\nMax = 3 # c");
    assertThat(value("default.s3.max")).isEqualTo("3");
    assertThat(home().settings().value(name("default.none"))).isEmpty();
  }

  @Test
  void a_section_with_an_odd_name_is_read_unchanged() {
    files.with("config", "[profile 'a b']\nx = 1\n");

    assertThat(
            home()
                .settings()
                .value(new Place(FileKind.CONFIG, "/home/ada/.aws/config", "profile a b"), "x"))
        .contains("1");
  }

  @Test
  void a_file_is_read_by_its_place_else_by_its_name() {
    assertThat(locations().kindOf("/home/ada/.aws/credentials")).isEqualTo(FileKind.CREDENTIALS);
    assertThat(locations().kindOf("/home/ada/.aws/../.aws/config")).isEqualTo(FileKind.CONFIG);
    assertThat(locations().kindOf("/tmp/my-credentials.ini")).isEqualTo(FileKind.CREDENTIALS);
    assertThat(locations().kindOf("/tmp/any")).isEqualTo(FileKind.CONFIG);
  }

  // --- the language of these tests ---------------------------------------------------------------

  private EditedHome home() {
    return EditedHome.of("/home/ada", files.disk, state, () -> NOON);
  }

  private FileLocations locations() {
    return FileLocations.of(Map.of("HOME", "/home/ada"), "/nowhere", files.disk);
  }

  private void change(Change change) {
    home().change(FileKind.CONFIG, change);
  }

  private void credentials(Change change) {
    home().change(FileKind.CREDENTIALS, change);
  }

  /** A process that dies before the file is replaced. */
  private void leavesHalfDone(Edit edit) {
    Error killed = new Error("killed");
    EditJournal.Replacing dying =
        new EditJournal.Replacing() {
          @Override
          public byte[] before() {
            return new byte[1];
          }

          @Override
          public byte[] after() {
            return new byte[2];
          }

          @Override
          public void replace() {
            throw killed;
          }
        };
    assertThatThrownBy(() -> home().journal().make(edit, dying)).isSameAs(killed);
  }

  private static SettingName name(String text) {
    return SettingName.parse(text, "default", profile -> false, "USAGE");
  }

  private void set(String name, String value) {
    home().settings().set(name(name), value, "config set");
  }

  private String value(String name) {
    return home().settings().value(name(name)).orElseThrow();
  }

  private String text(String name) throws IOException {
    return Files.readString(files.path(name));
  }

  private Failure refusedUndo(AppliedEdit edit) {
    return refused(() -> home().undo().undo(edit));
  }
}
