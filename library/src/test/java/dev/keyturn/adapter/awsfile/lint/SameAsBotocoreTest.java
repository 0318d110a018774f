package dev.keyturn.adapter.awsfile.lint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyturn.adapter.awsfile.edit.AwsFileEdit;
import dev.keyturn.adapter.awsfile.read.AwsFileReader;
import dev.keyturn.adapter.awsfile.read.AwsFileReader.Encoding;
import dev.keyturn.adapter.awsfile.read.SameAsTheSdkTest;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.domain.edit.LintFinding.Tool;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code config lint} says about the AWS CLI is what the real botocore does, on thousands of
 * files, without an exception.
 *
 * <p>{@link SameAsTheSdkTest} compares our reader with the AWS SDK for Java in the same way.
 */
class SameAsBotocoreTest {

  private static final int FILES = 1500;

  /** A file in a reading: its values by profile and key; empty when it cannot be read. */
  private record Reading(Optional<Map<String, Map<String, String>>> profiles) {

    boolean fails() {
      return profiles.isEmpty();
    }
  }

  /** A file, and what its repair makes of it. */
  private record Repaired(FileKind kind, AwsFile before, AwsFile after, String was, String is) {

    @Override
    public String toString() {
      return kind + " " + escaped(before) + " -> " + escaped(after);
    }
  }

  @TempDir Path folder;
  private Botocore botocore = new Botocore(Path.of(""));

  @BeforeEach
  void set_up() {
    assumeTrue(Botocore.isHere(), "no python3-botocore here");
    botocore = new Botocore(folder);
  }

  @Test
  void lint_knows_which_files_botocore_cannot_read_and_which_it_reads_as_AWS_SDKs_do()
      throws Exception {
    List<Repaired> files = oddFiles(20261128);
    Map<String, Optional<Map<String, Map<String, String>>>> theirs = botocore.read();

    int unreadable = 0;
    int alike = 0;
    for (Repaired file : files) {
      Reading cli = new Reading(requireNonNull(theirs.get(file.was())));
      List<Found> found = lint(file.before(), file.kind());
      assertThat(isFatal(found, Tool.AWS_CLI))
          .as(() -> "the AWS CLI: " + file)
          .isEqualTo(cli.fails());
      assertThat(isFatal(found, Tool.SDK))
          .as(() -> "SDKs: " + file)
          .isEqualTo(ours(file.before(), file.kind()).fails());
      if (found.isEmpty()) {
        assertThat(cli).as(file::toString).isEqualTo(ours(file.before(), file.kind()));
        alike++;
      }
      unreadable += cli.fails() ? 1 : 0;
    }
    assertThat(unreadable).isGreaterThan(FILES / 3);
    assertThat(alike).isGreaterThan(FILES / 5);
  }

  @Test
  void no_repair_makes_a_file_worse_for_any_reader() throws Exception {
    List<Repaired> files = oddFiles(20261129);
    Map<String, Optional<Map<String, Map<String, String>>>> theirs = botocore.read();

    int repaired = 0;
    for (Repaired file : files) {
      Reading sdkBefore = ours(file.before(), file.kind());
      Reading sdkAfter = ours(file.after(), file.kind());
      if (!sdkBefore.fails()) {
        assertThat(sdkAfter).as(() -> "SDKs: " + file).isEqualTo(sdkBefore);
      }
      assertNotWorse(
          file,
          new Reading(requireNonNull(theirs.get(file.was()))),
          new Reading(requireNonNull(theirs.get(file.is()))),
          sdkAfter);
      repaired += file.after() == file.before() ? 0 : 1;
    }
    assertThat(repaired).isGreaterThan(FILES / 3);
  }

  /**
   * Every profile and key is still there, with its value, or with the one that AWS SDKs read; in
   * files that those still cannot read, without its comment.
   */
  private static void assertNotWorse(Repaired file, Reading before, Reading after, Reading sdk) {
    if (before.fails()) {
      return;
    }
    assertThat(after.fails()).as(() -> "the AWS CLI: " + file).isFalse();
    before
        .profiles()
        .orElseThrow()
        .forEach((profile, settings) -> {
          Map<String, String> now = profile(after, profile);
          Map<String, String> ofSdks = profile(sdk, profile);
          settings.forEach((key, value) -> {
            boolean isComment = value.startsWith("#") || value.startsWith(";");
            if (!isComment) {
              assertThat(now.get(key))
                  .as(() -> profile + " " + key + " for the AWS CLI: " + file)
                  .isIn(
                      value,
                      ofSdks.get(key),
                      value.replaceAll("\n\n+", "\n"),
                      value.replaceAll("[ \t]+[#;].*", ""));
            }
          });
        });
  }

  /** Blanks around its name may have gone. */
  private static Map<String, String> profile(Reading reading, String name) {
    Map<String, Map<String, String>> profiles = reading.profiles().orElse(Map.of());
    Map<String, String> same = profiles.get(name);
    return same != null ? same : profiles.getOrDefault(name.strip(), Map.of());
  }

  @Test
  void any_edit_of_a_file_without_findings_leaves_it_without_and_is_read_alike() throws Exception {
    Random random = new Random(20261121);
    Map<String, Reading> ours = new TreeMap<>();
    OddFiles odd = new OddFiles(20261130);
    for (int index = 0; index < 2 * FILES; index++) {
      FileKind kind = index % 2 == 0 ? FileKind.CONFIG : FileKind.CREDENTIALS;
      AwsFile before = file(odd.next());
      if (lint(before, kind).isEmpty()) {
        AwsFile after = edited(before, kind, edits(kind, random));
        assertThat(lint(after, kind)).as(() -> escaped(after)).isEmpty();
        ours.put(botocore.add(kind, before.bytes()), ours(before, kind));
        ours.put(botocore.add(kind, after.bytes()), ours(after, kind));
      }
    }
    Map<String, Optional<Map<String, Map<String, String>>>> theirs = botocore.read();

    assertThat(ours.size()).isGreaterThan(400);
    ours.forEach((name, reading) ->
        assertThat(new Reading(requireNonNull(theirs.get(name)))).as(name).isEqualTo(reading));
  }

  // --- the language of these tests ---------------------------------------------------------------

  private List<Repaired> oddFiles(long seed) throws IOException {
    OddFiles odd = new OddFiles(seed);
    List<Repaired> files = new ArrayList<>();
    for (int index = 0; index < FILES; index++) {
      for (FileKind kind : FileKind.values()) {
        AwsFile before = file(odd.next());
        AwsFile after = repaired(before, kind);
        String was = botocore.add(kind, before.bytes());
        files.add(new Repaired(kind, before, after, was, botocore.add(kind, after.bytes())));
      }
    }
    return files;
  }

  private static List<Found> lint(AwsFile file, FileKind kind) {
    return AwsFileLint.of(file, kind, "file");
  }

  private static boolean isFatal(List<Found> found, Tool tool) {
    return found.stream().anyMatch(one -> one.finding().fatalFor().contains(tool));
  }

  private static AwsFile repaired(AwsFile file, FileKind kind) {
    AwsFile repaired = file;
    for (var next = AwsFileLint.repairs(file, kind, "file"); !next.isEmpty(); ) {
      repaired = repaired.with(next);
      next = AwsFileLint.repairs(repaired, kind, "file");
    }
    return repaired;
  }

  private static List<Change> edits(FileKind kind, Random random) {
    List<String> sections =
        kind == FileKind.CONFIG
            ? List.of("default", "profile a", "profile new", "sso-session a")
            : List.of("default", "a", "new");
    List<String> keys = List.of("region", "Output", "new", "s3.x", "s3.New", "b.c");
    List<String> values =
        List.of("", "x", "a;b#c=d [e] \"f\" %(g)s", "\u00e9\uD83D\uDE02", "[h]", "a : b");
    List<Change> changes = new ArrayList<>();
    for (int index = random.nextInt(4); index >= 0; index--) {
      String section = any(sections, random);
      changes.add(
          switch (random.nextInt(9)) {
            case 0 -> new Change.RemoveSection(section);
            case 1, 2 -> new Change.Unset(section, any(keys, random));
            default -> new Change.Set(section, any(keys, random), any(values, random));
          });
    }
    return changes;
  }

  private static String any(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }

  /** What was refused is left out: a value and a block do not replace each other. */
  private static AwsFile edited(AwsFile file, FileKind kind, List<Change> changes) {
    AwsFile edited = file;
    for (Change change : changes) {
      try {
        edited = AwsFileEdit.apply(edited, kind, "file", List.of(change));
      } catch (FailureException e) {
        assertThat(e.failure()).isInstanceOf(Failure.Usage.class);
      }
    }
    return edited;
  }

  private static Reading ours(AwsFile file, FileKind kind) {
    try {
      return new Reading(
          Optional.of(values(AwsFileReader.read(file, kind, "file", Encoding.CHECKED).profiles())));
    } catch (FailureException e) {
      return new Reading(Optional.empty());
    }
  }

  private static Map<String, Map<String, String>> values(Map<String, Section> profiles) {
    Map<String, Map<String, String>> values = new TreeMap<>();
    for (Section section : profiles.values()) {
      Map<String, String> settings = new TreeMap<>();
      for (Setting setting : section.settings().values()) {
        if (setting.nested().isEmpty()) {
          settings.put(setting.name(), setting.value());
        }
        for (Setting nested : setting.nested().values()) {
          settings.put(setting.name() + "." + nested.name(), nested.value());
        }
      }
      values.put(section.name(), settings);
    }
    return values;
  }

  private static AwsFile file(String text) {
    return AwsFile.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(AwsFile file) {
    String text = file.text(0, file.bytes().length);
    return text.replace("\r", "<CR>").replace("\n", "<LF>").replace("\u000b", "<VT>");
  }
}
