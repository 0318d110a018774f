package dev.keyturn.adapter.awsfile.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.awsfile.TestFiles;
import dev.keyturn.adapter.awsfile.lint.AwsFileLint;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.domain.profile.file.FileKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case that the AWS SDKs share for their parsers; {@code shared-cases.txt} lists them. */
class SharedCasesTest {

  private static final String FILE = "shared-cases.txt";

  /**
   * A case.
   *
   * @param fact what it is about
   * @param config the config file, {@code -} for none
   * @param credentials the credentials file, {@code -} for none
   * @param profiles what is read, or {@code broken:} and the rule
   * @param ssoSessions the single sign-on sessions that are read
   */
  record Case(String fact, String config, String credentials, String profiles, String ssoSessions) {
    @Override
    public String toString() {
      return fact;
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (var in = SharedCasesTest.class.getResourceAsStream(FILE)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(it -> !it.startsWith("# ")).toList()) {
        String[] parts = (line + " | ").split(" ?\\| ", -1);
        cases.add(
            new Case(
                parts[0],
                parts[1],
                parts[2],
                parts[3].strip(),
                parts.length > 4 ? parts[4].strip() : ""));
      }
    }
    assertThat(cases).hasSize(65);
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_shared_case_is_read_as_the_AWS_SDKs_read_it(Case shared) {
    TestFiles files = files(shared);
    if (shared.profiles().startsWith("broken: ")) {
      assertThat(files.broken()).contains(shared.profiles().substring("broken: ".length()));
    } else {
      assertThat(shown(files.profiles())).isEqualTo(shared.profiles());
      assertThat(shown(TestFiles.valuesOf(files.read().ssoSessions())))
          .isEqualTo(shared.ssoSessions());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lint_says_which_of_them_the_AWS_SDKs_cannot_read(Case shared) {
    boolean fatal = false;
    for (FileKind kind : FileKind.values()) {
      String text = kind == FileKind.CONFIG ? shared.config() : shared.credentials();
      AwsFile file = AwsFile.of(unescaped(text).getBytes(StandardCharsets.UTF_8));
      fatal |=
          !text.equals("-")
              && AwsFileLint.of(file, kind, "file").stream()
                  .anyMatch(it -> it.finding().fatalFor().toString().contains("SDK"));
    }
    assertThat(fatal).isEqualTo(shared.profiles().startsWith("broken: "));
  }

  private static TestFiles files(Case shared) {
    TestFiles files = new TestFiles();
    if (!shared.config().equals("-")) {
      files.with("config", unescaped(shared.config()));
    }
    if (!shared.credentials().equals("-")) {
      files.with("credentials", unescaped(shared.credentials()));
    }
    return files;
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
  }

  private static String shown(Map<String, Map<String, String>> sections) {
    List<String> shown = new ArrayList<>();
    new TreeMap<>(sections)
        .forEach((name, settings) -> {
          List<String> pairs = new ArrayList<>();
          settings.forEach((key, value) -> pairs.add(key + "=" + value.replace("\n", "\\n")));
          shown.add(name + "{" + String.join(", ", pairs) + "}");
        });
    return String.join(" ", shown);
  }
}
