package dev.keyturn.adapter.awsfile.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.awsfile.GeneratedFiles;
import dev.keyturn.adapter.awsfile.GeneratedFiles.AnyText;
import dev.keyturn.adapter.awsfile.GeneratedFiles.SoundText;
import dev.keyturn.adapter.awsfile.TestFiles;
import dev.keyturn.adapter.awsfile.read.AwsFileReader;
import dev.keyturn.adapter.awsfile.read.AwsFileReader.Encoding;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner;
import dev.keyturn.adapter.awsfile.text.SectionName;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.api.InstanceOfAssertFactories;

/** What is true of every file, no matter who wrote it. */
@Domain(GeneratedFiles.class)
@Domain(DomainContext.Global.class)
class LawsOfAwsFilesTest {

  // --- reading -----------------------------------------------------------------------------------

  @Property
  void the_lines_of_any_bytes_are_those_bytes(@ForAll @Size(max = 200) byte[] bytes) {
    assertThat(printed(bytes)).isEqualTo(bytes);
  }

  @Property
  void the_lines_of_any_text_are_its_bytes(@ForAll AnyText file) {
    assertThat(printed(bytes(file.text()))).isEqualTo(bytes(file.text()));
  }

  @Property
  void reading_any_bytes_gives_contents_or_names_a_line_of_the_file(
      @ForAll @Size(max = 200) byte[] bytes, @ForAll FileKind kind) {
    assertReadableOrNamed(AwsFile.of(bytes), kind);
  }

  @Property
  void reading_any_text_gives_contents_or_names_a_line_of_the_file(
      @ForAll AnyText file, @ForAll FileKind kind) {
    assertReadableOrNamed(AwsFile.of(bytes(file.text())), kind);
  }

  @Property
  void a_sound_file_is_read(@ForAll SoundText file, @ForAll FileKind kind) {
    assertThat(read(AwsFile.of(bytes(file.text())), kind)).isNotNull();
  }

  // --- writing -----------------------------------------------------------------------------------

  @Property
  void what_is_set_is_what_is_read(
      @ForAll SoundText file, @ForAll Target target, @ForAll Value value) {
    AwsFile edited =
        edit(file.text(), new Change.Set(target.section(), target.key(), value.text()));

    assertThat(TestFiles.valuesOf(read(edited, FileKind.CONFIG).profiles()))
        .extractingByKey(target.profile())
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry(target.key(), value.text());
  }

  @Property
  void setting_the_same_value_again_changes_nothing(
      @ForAll SoundText file, @ForAll Target target, @ForAll Value value) {
    Change set = new Change.Set(target.section(), target.key(), value.text());
    AwsFile once = edit(file.text(), set);

    assertThat(AwsFileEdit.apply(once, FileKind.CONFIG, "config", List.of(set)).bytes())
        .isEqualTo(once.bytes());
  }

  @Property
  void setting_changes_no_line_but_those_of_the_key(
      @ForAll SoundText file, @ForAll Target target, @ForAll Value value) {
    AwsFile before = AwsFile.of(bytes(file.text()));
    AwsFile after = edit(file.text(), new Change.Set(target.section(), target.key(), value.text()));

    List<String> kept = linesWithout(before, target);
    List<String> now = linesWithout(after, target);
    assertThat(now).containsSubsequence(kept);
    assertThat(now.size() - kept.size()).as("a header or a moved comment").isLessThanOrEqualTo(1);
  }

  @Property
  void a_new_section_is_a_suffix_of_the_file(@ForAll SoundText file, @ForAll Value value) {
    assertThat(text(edit(file.text(), new Change.Set("profile new", "a", value.text()))))
        .startsWith(file.text());
  }

  @Property
  void what_is_unset_is_gone(@ForAll SoundText file, @ForAll Target target) {
    AwsFile edited = edit(file.text(), new Change.Unset(target.section(), target.key()));

    Map<String, Section> profiles = read(edited, FileKind.CONFIG).profiles();
    assertThat(profiles.values())
        .filteredOn(section -> section.name().equals(target.profile()))
        .noneMatch(section -> section.settings().containsKey(target.key()));
  }

  @Property
  void a_removed_section_is_gone_and_the_others_are_as_they_were(
      @ForAll SoundText file, @ForAll Target target) {
    var before = read(AwsFile.of(bytes(file.text())), FileKind.CONFIG);
    var after =
        read(edit(file.text(), new Change.RemoveSection(target.section())), FileKind.CONFIG);

    Map<String, Map<String, String>> expected = TestFiles.valuesOf(before.profiles());
    expected.remove(target.profile());
    assertThat(TestFiles.valuesOf(after.profiles())).isEqualTo(expected);
    assertThat(TestFiles.valuesOf(after.unprefixed()))
        .isEqualTo(TestFiles.valuesOf(before.unprefixed()));
  }

  // --- the language of these laws ----------------------------------------------------------------

  /** Where a change goes. */
  enum Target {
    DEFAULT_REGION("default", "default", "region"),
    A_REGION("profile a", "a", "region"),
    B_OUTPUT("profile b", "b", "output"),
    NEW_NAME("profile new", "new", "name");

    private final String section;
    private final String profile;
    private final String key;

    Target(String section, String profile, String key) {
      this.section = section;
      this.profile = profile;
      this.key = key;
    }

    String section() {
      return section;
    }

    String profile() {
      return profile;
    }

    String key() {
      return key;
    }
  }

  /** A value that may be written. */
  enum Value {
    EMPTY(""),
    PLAIN("eu-west-1"),
    SIGNS("a;b#c=d [e] \"f\" %(g)s"),
    UNICODE("\u00e9\uD83D\uDE02");

    private final String text;

    Value(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(AwsFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }

  private static AwsFile edit(String text, Change... changes) {
    return AwsFileEdit.apply(AwsFile.of(bytes(text)), FileKind.CONFIG, "config", List.of(changes));
  }

  private static AwsFileReader.Contents read(AwsFile file, FileKind kind) {
    return AwsFileReader.read(file, kind, "config", Encoding.CHECKED);
  }

  private static byte[] printed(byte[] bytes) {
    AwsFile file = AwsFile.of(bytes);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    printed.write(bytes, 0, file.firstLine());
    AwsFileScanner scanner = new AwsFileScanner(file, FileKind.CONFIG);
    while (scanner.next() != AwsFileScanner.Kind.END) {
      printed.write(bytes, scanner.start(), scanner.following() - scanner.start());
    }
    return printed.toByteArray();
  }

  private static void assertReadableOrNamed(AwsFile file, FileKind kind) {
    try {
      assertThat(read(file, kind)).isNotNull();
    } catch (FailureException e) {
      int lines =
          new String(file.bytes(), StandardCharsets.ISO_8859_1).split("\r\n|\n|\r", -1).length;
      assertThat(((FileFailure.Broken) e.failure()).line()).isBetween(1, lines);
    }
  }

  private static EditableSection section(AwsFile file, Target target) {
    SectionName name = SectionName.parse(FileKind.CONFIG, target.section());
    return EditableSection.find(file, FileKind.CONFIG, "config", name).effective();
  }

  private static List<String> linesWithout(AwsFile file, Target target) {
    List<Integer> omitted = new ArrayList<>();
    for (EditableSection.Entry entry : section(file, target).entries(target.key())) {
      omitted.add(entry.line().start());
      entry.below().forEach(below -> omitted.add(below.line().start()));
    }
    List<String> lines = new ArrayList<>();
    AwsFileScanner scanner = new AwsFileScanner(file, FileKind.CONFIG);
    while (scanner.next() != AwsFileScanner.Kind.END) {
      if (!omitted.contains(scanner.start())) {
        lines.add(file.text(scanner.start(), scanner.end()));
      }
    }
    return lines;
  }
}
