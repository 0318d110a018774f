package dev.keyturn.adapter.awsfile.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.adapter.awsfile.GeneratedFiles;
import dev.keyturn.adapter.awsfile.GeneratedFiles.SoundText;
import dev.keyturn.adapter.awsfile.TestFiles;
import dev.keyturn.adapter.state.KeptBeginnings;
import dev.keyturn.adapter.state.MemoryRecords;
import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.Beginnings;
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code set} began goes with the last key that {@code set} put there, and nothing else. */
@Domain(GeneratedFiles.class)
@Domain(DomainContext.Global.class)
class UnsettingNewKeysTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final TestFiles files = new TestFiles();
  private RememberedEdits history = new RememberedEdits();
  private Beginnings beginnings = new KeptBeginnings(new MemoryRecords());

  @BeforeTry
  void forget_the_last_file() {
    history = new RememberedEdits();
    beginnings = new KeptBeginnings(new MemoryRecords());
  }

  @Property
  void unset_after_set_of_a_new_key_restores_any_file(
      @ForAll SoundText file,
      @ForAll FileKind kind,
      @ForAll("sections") String section,
      @ForAll("keys") String key,
      @ForAll("values") String value)
      throws IOException {
    write(kind, file.text());
    Assume.that(change(kind, new Change.Set(section, key, value)));
    assertThat(change(kind, new Change.Unset(section, key))).isTrue();

    assertThat(text(kind)).isEqualTo(file.text());
  }

  @Property
  void several_new_keys_may_go_in_any_order(
      @ForAll SoundText file,
      @ForAll("sections") String section,
      @ForAll("sections") String other,
      @ForAll("orders") List<Integer> order)
      throws IOException {
    List<Change.Set> sets =
        List.of(
            new Change.Set(section, "new_a", "1"),
            new Change.Set(other, "new_b", ""),
            new Change.Set(section, "new_c.d", "3"));
    write(FileKind.CONFIG, file.text());
    for (Change.Set set : sets) {
      Assume.that(change(FileKind.CONFIG, set));
    }
    for (int next : order) {
      Change.Set set = sets.get(next);
      change(FileKind.CONFIG, new Change.Unset(set.section(), set.key()));
    }

    assertThat(text(FileKind.CONFIG)).isEqualTo(file.text());
  }

  @Property
  void all_of_it_can_be_undone(@ForAll SoundText file, @ForAll("sections") String section)
      throws IOException {
    write(FileKind.CONFIG, file.text());
    Assume.that(change(FileKind.CONFIG, new Change.Set(section, "brand_new", "v")));
    change(FileKind.CONFIG, new Change.Unset(section, "brand_new"));
    String between = text(FileKind.CONFIG);

    edits().undo(newest());
    assertThat(text(FileKind.CONFIG)).isNotEqualTo(between);
    edits().undo(newest());
    assertThat(text(FileKind.CONFIG)).isEqualTo(file.text());
  }

  @Provide
  Arbitrary<String> sections() {
    return Arbitraries.of(
        "default",
        "profile default",
        "profile a",
        "profile b",
        "a",
        "profile new",
        "new",
        "sso-session new",
        "services a");
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.of("brand_new", "Brand-New", "brand_new.child");
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of("", "eu-west-1", "a;b#c=d [e] \"f\" %(g)s", "\u00e9\uD83D\uDE02");
  }

  @Provide
  Arbitrary<List<Integer>> orders() {
    return Arbitraries.shuffle(0, 1, 2);
  }

  // --- what stays --------------------------------------------------------------------------------

  @Test
  void a_file_that_was_not_there_stays_and_is_empty() throws IOException {
    set("profile new", "a", "1");
    unset("profile new", "a");

    assertThat(text(FileKind.CONFIG)).isEmpty();
  }

  @Test
  void a_section_that_was_there_stays_even_when_it_was_empty() throws IOException {
    write(FileKind.CONFIG, "[profile old]\n");
    set("profile old", "a", "1");
    unset("profile old", "a");

    assertThat(text(FileKind.CONFIG)).isEqualTo("[profile old]\n");
  }

  @Test
  void a_begun_section_stays_while_somebody_elses_key_or_comment_is_in_it() throws IOException {
    set("profile new", "a", "1");
    write(FileKind.CONFIG, text(FileKind.CONFIG) + "other = 2\n");
    unset("profile new", "a");
    assertThat(text(FileKind.CONFIG)).isEqualTo("[profile new]\nother = 2\n");
    unset("profile new", "other");
    assertThat(text(FileKind.CONFIG)).isEqualTo("[profile new]\n");

    set("profile next", "a", "1");
    write(FileKind.CONFIG, text(FileKind.CONFIG).replace("a = 1", "# why\na = 1"));
    unset("profile next", "a");
    assertThat(text(FileKind.CONFIG)).isEqualTo("[profile new]\n[profile next]\n# why\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[profile\tnew]", "[profile new] # mine", "[profile \"new\"]"})
  void a_header_that_somebody_wrote_anew_stays(String header) throws IOException {
    set("profile new", "a", "1");
    write(FileKind.CONFIG, header + "\na = 1\n");
    unset("profile new", "a");

    assertThat(text(FileKind.CONFIG)).isEqualTo(header + "\n");
  }

  @Test
  void a_section_that_was_emptied_by_hand_is_somebody_elses_from_then_on() throws IOException {
    set("profile new", "a", "1");
    write(FileKind.CONFIG, "[profile new]\n");
    set("profile new", "a", "2");
    unset("profile new", "a");

    assertThat(text(FileKind.CONFIG)).isEqualTo("[profile new]\n");
  }

  @Test
  void a_section_that_undo_took_away_and_somebody_wrote_is_somebody_elses() throws IOException {
    set("profile new", "a", "1");
    edits().undo(newest());
    write(FileKind.CONFIG, "[profile new]\na = 1\n");
    unset("profile new", "a");

    assertThat(text(FileKind.CONFIG)).isEqualTo("[profile new]\n");
  }

  @Test
  void a_section_that_could_not_be_begun_and_somebody_wrote_is_somebody_elses() throws IOException {
    write(FileKind.CONFIG, "[default]\na = 1");
    refuse("profile new", "a");
    write(FileKind.CONFIG, "[default]\na = 1\n[profile new]\na = 1\n");
    unset("profile new", "a");

    assertThat(text(FileKind.CONFIG)).isEqualTo("[default]\na = 1\n[profile new]\n");
  }

  @Test
  void an_end_that_could_not_be_given_and_somebody_gave_stays() throws IOException {
    write(FileKind.CONFIG, "[default]\na = 1");
    refuse("default", "b");
    write(FileKind.CONFIG, "[default]\na = 1\nb = 2\n");
    unset("default", "b");

    assertThat(text(FileKind.CONFIG)).isEqualTo("[default]\na = 1\n");
  }

  @Test
  void a_set_that_failed_changes_nothing_of_what_earlier_ones_began() throws IOException {
    set("profile new", "a", "1");
    String begun = text(FileKind.CONFIG);
    refuse("profile new", "b");
    write(FileKind.CONFIG, "[profile new]\n");
    refuse("profile new", "c");
    write(FileKind.CONFIG, "");
    refuse("profile new", "d");
    write(FileKind.CONFIG, begun);
    unset("profile new", "a");

    assertThat(text(FileKind.CONFIG)).isEmpty();
  }

  @Test
  void what_undo_brings_back_goes_again_with_unset() throws IOException {
    write(FileKind.CONFIG, "[default]\nz = 0");
    set("profile new", "a", "1");
    set("profile new", "b", "2");
    String begun = text(FileKind.CONFIG);
    unset("profile new", "a");
    unset("profile new", "b");
    assertThat(text(FileKind.CONFIG)).isEqualTo("[default]\nz = 0");

    edits().undo(newest());
    edits().undo(newest());
    assertThat(text(FileKind.CONFIG)).isEqualTo(begun);
    unset("profile new", "a");
    unset("profile new", "b");
    assertThat(text(FileKind.CONFIG)).isEqualTo("[default]\nz = 0");
  }

  @Test
  void what_undo_brings_back_of_somebody_elses_stays() throws IOException {
    write(FileKind.CONFIG, "[profile old]\na = 1\n");
    edits()
        .change(
            FileKind.CONFIG,
            path(FileKind.CONFIG),
            "config set",
            List.of(new Change.RemoveSection("profile old")));
    edits().undo(newest());
    unset("profile old", "a");

    assertThat(text(FileKind.CONFIG)).isEqualTo("[profile old]\n");
  }

  @Test
  void an_edit_that_was_made_does_not_fail_for_a_note_that_stays() throws IOException {
    set("profile new", "a", "1");
    beginnings = new UnforgettableBeginnings(beginnings);

    unset("profile new", "a");
    assertThat(text(FileKind.CONFIG)).isEmpty();
    set("profile new", "a", "1");
    edits().undo(newest());
    assertThat(text(FileKind.CONFIG)).isEmpty();
  }

  @Test
  void lines_that_came_behind_a_begun_section_stay() throws IOException {
    write(FileKind.CONFIG, "[default]\na = 1");
    set("profile new", "a", "1");
    write(FileKind.CONFIG, text(FileKind.CONFIG) + "\n# of b\n[profile b]\n");
    unset("profile new", "a");

    assertThat(text(FileKind.CONFIG)).isEqualTo("[default]\na = 1\n\n# of b\n[profile b]\n");
  }

  @Test
  void an_end_of_the_last_line_that_was_there_stays() throws IOException {
    write(FileKind.CONFIG, "[default]\na = 1\n");
    set("default", "b", "2");
    unset("default", "b");

    assertThat(text(FileKind.CONFIG)).isEqualTo("[default]\na = 1\n");
  }

  @Test
  void an_end_that_somebody_gave_the_last_line_meanwhile_stays() throws IOException {
    write(FileKind.CONFIG, "[default]\na = 1");
    set("default", "b", "2");
    write(FileKind.CONFIG, "[default]\na = 1\n");
    set("default", "b", "2");
    unset("default", "b");

    assertThat(text(FileKind.CONFIG)).isEqualTo("[default]\na = 1\n");
  }

  // --- the language of these tests ---------------------------------------------------------------

  private FileEdits edits() {
    return edits(() -> NOON);
  }

  private FileEdits edits(InstantSource clock) {
    return new AwsFileEdits(
        Map.of("HOME", "/home/ada"),
        "/nowhere",
        files.disk,
        (name, wait) -> () -> {},
        history,
        beginnings,
        clock);
  }

  private AppliedEdit newest() {
    return edits().canBeTakenBack().get(0);
  }

  /** Says whether the change was made: a name may be of no use in a file of that kind. */
  private boolean change(FileKind kind, Change change) {
    try {
      edits().change(kind, path(kind), "config set", List.of(change));
      return true;
    } catch (FailureException e) {
      return false;
    }
  }

  private void set(String section, String key, String value) {
    assertThat(change(FileKind.CONFIG, new Change.Set(section, key, value))).isTrue();
  }

  /** A set that fails, since another program writes the file meanwhile. */
  private void refuse(String section, String key) {
    InstantSource late =
        () -> {
          write(FileKind.CONFIG, "# of another program\n");
          return NOON;
        };
    assertThatThrownBy(() ->
            edits(late)
                .change(
                    FileKind.CONFIG,
                    path(FileKind.CONFIG),
                    "config set",
                    List.of(new Change.Set(section, key, "1"))))
        .isInstanceOf(FailureException.class);
  }

  private void unset(String section, String key) {
    assertThat(change(FileKind.CONFIG, new Change.Unset(section, key))).isTrue();
  }

  private static String path(FileKind kind) {
    return "/home/ada/.aws/" + name(kind);
  }

  private static String name(FileKind kind) {
    return kind == FileKind.CONFIG ? "config" : "credentials";
  }

  private void write(FileKind kind, String text) {
    files.with(name(kind), text);
  }

  private String text(FileKind kind) throws IOException {
    return new String(Files.readAllBytes(files.path(name(kind))), StandardCharsets.UTF_8);
  }
}
