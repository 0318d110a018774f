package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/internals/five-ways.md} names a test for each step of the ways people work. */
class FiveWaysTest {

  private static final Path PAGE = Path.of("..", "docs", "internals", "five-ways.md");
  private static final Path SOURCES = Path.of("src", "test", "java");
  private static final Path STORIES = Path.of("src", "test", "resources", "transcripts");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  static List<String> rows() throws IOException {
    return Files.readString(PAGE)
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| step "))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void each_step_has_tests_that_exist(String row) throws IOException {
    String[] cells = row.split(" \\| ", -1);
    assertThat(cells).hasSize(3);
    List<String> tests = CODE.matcher(cells[2]).results().map(FiveWaysTest::name).toList();
    assertThat(tests).isNotEmpty();
    for (String test : tests) {
      assertThat(exists(test)).as(test).isTrue();
    }
  }

  private static String name(MatchResult code) {
    return code.group(1);
  }

  private static boolean exists(String test) throws IOException {
    if (test.endsWith(".txt")) {
      return Files.exists(STORIES.resolve(test));
    }
    String[] parts = test.split("#", 2);
    Optional<Path> source = source(parts[0] + ".java");
    return source.isPresent()
        && (parts.length == 1
            || Files.readString(source.get()).contains("  void " + parts[1] + "("));
  }

  private static Optional<Path> source(String name) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.endsWith(name)).findFirst();
    }
  }

  /** The steps of five guides. */
  @Test
  void no_step_is_missing() throws IOException {
    assertThat(rows()).hasSizeGreaterThanOrEqualTo(60);
  }
}
