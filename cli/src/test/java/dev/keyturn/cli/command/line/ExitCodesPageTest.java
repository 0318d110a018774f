package dev.keyturn.cli.command.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.failure.FailureName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/exit-codes.md} says of every failure what the program says. */
class ExitCodesPageTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| \\[`([a-z-]+)`]\\(errors/\\1\\.md\\) \\| (\\d+) \\|");

  @Test
  void the_page_lists_every_failure_with_its_exit_code_and_no_other() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "exit-codes.md"));
    assertThat(ROW.matcher(page).results().map(row -> row.group(1) + " " + row.group(2)))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FailureName.values())
                .map(name -> name.text() + " " + ExitCode.of(name).number())
                .toList());
  }

  @Test
  void the_page_lists_every_exit_code_with_its_meaning() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "exit-codes.md"));
    assertThat(ExitCode.values())
        .allSatisfy(exit ->
            assertThat(page).contains("\n| " + exit.number() + " | " + exit.meaning() + " |"));
  }
}
