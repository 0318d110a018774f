package dev.keyturn.adapter.awsfile.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.awsfile.GeneratedFiles;
import dev.keyturn.adapter.awsfile.GeneratedFiles.AnyText;
import dev.keyturn.adapter.awsfile.GeneratedFiles.SoundText;
import dev.keyturn.adapter.awsfile.TestFiles;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever is set, unset or repaired, undo restores every byte. */
@Domain(GeneratedFiles.class)
@Domain(DomainContext.Global.class)
class UndoLawsTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final TestFiles files = new TestFiles();
  private Path state = Path.of("not made yet");

  @BeforeTry
  void make_a_state_folder() throws IOException {
    state = Files.createTempDirectory("undo");
  }

  @AfterTry
  void remove_it() throws IOException {
    try (var tree = Files.walk(state)) {
      for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 300)
  void undoing_all_edits_restores_every_byte(
      @ForAll SoundText file, @ForAll FileKind kind, @ForAll("edits") List<Change> edits)
      throws IOException {
    write(kind, file.text());
    edits.forEach(edit -> change(kind, edit));
    while (!home().undoable().isEmpty()) {
      home().undoNewest();
    }

    assertThat(text(kind)).isEqualTo(file.text());
  }

  @Property(tries = 300)
  void undoing_a_repair_restores_every_byte(@ForAll AnyText file, @ForAll FileKind kind)
      throws IOException {
    write(kind, file.text());
    home().lint().repair(kind);
    while (!home().undoable().isEmpty()) {
      home().undoNewest();
    }

    assertThat(text(kind)).isEqualTo(file.text());
  }

  /** Without the line between them, a CR and an LF end one line. */
  @Example
  void undoing_a_repair_that_joins_a_CR_and_an_LF_restores_every_byte() throws IOException {
    String text = "[default]\n[default][default]\r[default]\n\n";
    write(FileKind.CONFIG, text);
    home().lint().repair(FileKind.CONFIG);
    assertThat(text(FileKind.CONFIG)).isEqualTo("[default]\n[default][default]\r\n");
    home().undoNewest();
    assertThat(text(FileKind.CONFIG)).isEqualTo(text);
  }

  @Property(tries = 300)
  void unset_after_set_of_a_new_key_in_a_section_restores_it_but_for_the_end_of_its_last_line(
      @ForAll SoundText file, @ForAll("sections") String section, @ForAll("newKeys") String key)
      throws IOException {
    FileKind kind = FileKind.CONFIG;
    write(kind, file.text());
    Assume.that(change(kind, new Change.Set(section, "other", "1")));
    String before = text(kind);
    change(kind, new Change.Set(section, key, "v"));
    change(kind, new Change.Unset(section, key));

    assertThat(text(kind)).isEqualTo(before);
  }

  @Provide
  Arbitrary<List<Change>> edits() {
    Arbitrary<String> values =
        Arbitraries.of("", "eu-west-1", "a;b#c=d [e] \"f\" %(g)s", "\u00e9\uD83D\uDE02");
    Arbitrary<Change> set = Combinators.combine(sections(), keys(), values).as(Change.Set::new);
    Arbitrary<Change> unset = Combinators.combine(sections(), keys()).as(Change.Unset::new);
    Arbitrary<Change> remove = sections().map(Change.RemoveSection::new);
    return Arbitraries.frequencyOf(Tuple.of(6, set), Tuple.of(3, unset), Tuple.of(1, remove))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> sections() {
    return Arbitraries.of(
        "default", "profile default", "profile a", "profile b", "a", "profile new", "services a");
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.of("brand_new", "Brand-New2", "brand_new3.child", "region", "s3.x");
  }

  @Provide
  Arbitrary<String> newKeys() {
    return Arbitraries.of("brand_new", "Brand-New2", "brand_new3.child");
  }

  // --- the language of these laws ----------------------------------------------------------------

  private EditedHome home() {
    return EditedHome.of("/home/ada", files.disk, state, () -> NOON);
  }

  /** Says whether the change was made: a name may be of no use in a file of that kind. */
  private boolean change(FileKind kind, Change change) {
    try {
      home().change(kind, change);
      return true;
    } catch (FailureException e) {
      return false;
    }
  }

  private void write(FileKind kind, String text) {
    files.with(kind == FileKind.CONFIG ? "config" : "credentials", text);
  }

  private String text(FileKind kind) throws IOException {
    return new String(Files.readAllBytes(home().path(kind)), StandardCharsets.UTF_8);
  }
}
