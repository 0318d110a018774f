package dev.keyturn.adapter.awsfile.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyturn.adapter.awsfile.GeneratedFiles;
import dev.keyturn.adapter.awsfile.GeneratedFiles.SoundText;
import dev.keyturn.adapter.awsfile.edit.AwsFileEdit;
import dev.keyturn.adapter.awsfile.read.AwsFileReader;
import dev.keyturn.adapter.awsfile.read.AwsFileReader.Encoding;
import dev.keyturn.adapter.awsfile.read.SameAsTheSdkTest;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * From a file that {@code config lint} has nothing to say about, the real botocore reads what our
 * reader reads, and so it stays through any edit. Files that an edit starts anew are of that kind.
 *
 * <p>{@link SameAsTheSdkTest} holds our reader against the AWS SDK for Java in the same way.
 */
class SameAsBotocoreTest {

  private static final Path PYTHON = Path.of("/usr/bin/python3");

  /** Writes {@code file|profile|key|value}, all letters beyond ASCII escaped, and nested keys. */
  private static final String READ =
      """
      import pathlib, sys
      import botocore.configloader as loader
      for file in sorted(pathlib.Path(sys.argv[1]).iterdir()):
          try:
              if file.name.startswith("config"):
                  profiles = loader.load_config(str(file))["profiles"]
              else:
                  profiles = loader.raw_config_parse(str(file), parse_subsections=True)
          except Exception as failure:
              print(failure, file.read_bytes())
              continue
          for profile, settings in profiles.items():
              print(file.name, profile, "", "", sep="|")
              for key, value in settings.items():
                  nested = value.items() if isinstance(value, dict) else [("", value)]
                  for name, text in nested:
                      text = text.encode("unicode_escape").decode()
                      path = ascii((key + "." + name.lower()).rstrip("."))[1:-1]
                      print(file.name, profile, path, text, sep="|")
      """;

  private Path folder = Path.of("not made yet");

  @BeforeTry
  void set_up() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "no python3 here");
    Process process = new ProcessBuilder(PYTHON.toString(), "-c", "import botocore").start();
    assumeTrue(process.waitFor() == 0, "no python3-botocore here");
    folder = Files.createTempDirectory("botocore");
  }

  @AfterTry
  void remove_files() throws IOException {
    for (File file : Objects.requireNonNullElse(folder.toFile().listFiles(), new File[0])) {
      Files.delete(file.toPath());
    }
    Files.deleteIfExists(folder);
  }

  @Example
  void files_without_findings_and_all_edits_of_them_are_read_alike() throws Exception {
    Random random = new Random(20261121);
    Set<String> ours = new TreeSet<>();
    int edited = 0;
    for (FileKind kind : FileKind.values()) {
      List<String> texts = texts(random);
      List<List<Change>> edits = edits(kind, random);
      for (int index = 0; index < edits.size(); index++) {
        AwsFile before = file(texts.get(index));
        AwsFile after = edited(before, kind, edits.get(index));
        if (AwsFileLint.of(before, kind, "file").isEmpty()) {
          assertThat(AwsFileLint.of(after, kind, "file")).as(texts.get(index)).isEmpty();
          ours.addAll(written(before, kind, "before" + index));
          ours.addAll(written(after, kind, "after" + index));
          edited++;
        }
      }
    }

    assertThat(edited).isGreaterThan(200);
    assertThat(theirs()).isEqualTo(ours);
  }

  @Example
  void what_lint_repairs_whole_is_read_alike() throws Exception {
    Random random = new Random(20261127);
    Set<String> ours = new TreeSet<>();
    int repaired = 0;
    for (FileKind kind : FileKind.values()) {
      for (String text : textsWithMistakes(random)) {
        AwsFile before = file(text);
        AwsFile after = repaired(before, kind);
        if (after != before && AwsFileLint.of(after, kind, "file").isEmpty()) {
          ours.addAll(written(after, kind, "repaired" + repaired++));
        }
      }
    }

    assertThat(repaired).isGreaterThan(200);
    assertThat(theirs()).isEqualTo(ours);
  }

  private static AwsFile repaired(AwsFile file, FileKind kind) {
    AwsFile repaired = file;
    for (var next = AwsFileLint.repairs(file, kind, "file"); !next.isEmpty(); ) {
      repaired = repaired.with(next);
      next = AwsFileLint.repairs(repaired, kind, "file");
    }
    return repaired;
  }

  private static List<String> textsWithMistakes(Random random) {
    Arbitrary<String> mistakes =
        Arbitraries.of(
            "a = v # c",
            "b : v",
            " d = 1",
            "  # note",
            "[ profile e ]",
            " [profile f]",
            "g = # h",
            "region = 1",
            "[default]",
            "  i = 2 ; j",
            "",
            "[profile a]",
            "s3 =",
            "[ k ]",
            "\uFEFF");
    return Combinators.combine(
            Arbitraries.of("[default]", "\uFEFF[default]", "[ default ]"),
            mistakes.list().ofMinSize(1).ofMaxSize(6))
        .as((first, rest) -> first + "\n" + String.join("\n", rest) + "\n")
        .generator(1000)
        .stream(random)
        .limit(2000)
        .map(it -> it.value())
        .toList();
  }

  private static List<String> texts(Random random) {
    Arbitrary<SoundText> sound = new GeneratedFiles().soundText();
    return sound.generator(1000).stream(random).limit(1500).map(it -> it.value().text()).toList();
  }

  private static List<List<Change>> edits(FileKind kind, Random random) {
    Arbitrary<String> sections =
        kind == FileKind.CONFIG
            ? Arbitraries.of("default", "profile a", "profile new", "sso-session a")
            : Arbitraries.of("default", "a", "new");
    Arbitrary<String> keys = Arbitraries.of("region", "Output", "new", "s3.x", "s3.New", "b.c");
    Arbitrary<String> values =
        Arbitraries.of("", "x", "a;b#c=d [e] \"f\" %(g)s", "\u00e9\uD83D\uDE02", "[h]", "a : b");
    Arbitrary<Change> set = Combinators.combine(sections, keys, values).as(Change.Set::new);
    Arbitrary<Change> unset = Combinators.combine(sections, keys).as(Change.Unset::new);
    Arbitrary<Change> remove = sections.map(Change.RemoveSection::new);
    return Arbitraries.frequencyOf(Tuple.of(6, set), Tuple.of(2, unset), Tuple.of(1, remove))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .generator(1000)
        .stream(random)
        .limit(1500)
        .map(it -> it.value())
        .toList();
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

  private List<String> written(AwsFile file, FileKind kind, String name) throws IOException {
    String unique = (kind == FileKind.CONFIG ? "config-" : "credentials-") + name;
    Files.write(folder.resolve(unique), file.bytes());
    List<String> lines = new ArrayList<>();
    Map<String, Section> profiles =
        AwsFileReader.read(file, kind, "file", Encoding.CHECKED).profiles();
    for (Section section : profiles.values()) {
      lines.add(unique + "|" + section.name() + "||");
      for (Setting setting : section.settings().values()) {
        String start = unique + "|" + section.name() + "|" + escaped(setting.name());
        if (setting.nested().isEmpty()) {
          lines.add(start + "|" + escaped(setting.value()));
        }
        for (Setting nested : setting.nested().values()) {
          lines.add(start + "." + escaped(nested.name()) + "|" + escaped(nested.value()));
        }
      }
    }
    return lines;
  }

  private Set<String> theirs() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(PYTHON.toString(), "-c", READ, folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    return new TreeSet<>(out.lines().toList());
  }

  /** As Python's {@code unicode_escape}. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(letter -> {
          if (letter == '\\') {
            escaped.append("\\\\");
          } else if (letter == '\n') {
            escaped.append("\\n");
          } else if (letter == '\t') {
            escaped.append("\\t");
          } else if (letter > 0xffff) {
            escaped.append(String.format(Locale.ROOT, "\\U%08x", letter));
          } else if (letter > 0xff) {
            escaped.append(String.format(Locale.ROOT, "\\u%04x", letter));
          } else if (letter > 0x7e) {
            escaped.append(String.format(Locale.ROOT, "\\x%02x", letter));
          } else {
            escaped.appendCodePoint(letter);
          }
        });
    return escaped.toString();
  }

  private static AwsFile file(String text) {
    return AwsFile.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
