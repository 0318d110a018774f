package dev.keyturn.cli.command.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.failure.FailureName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/exit-codes.md} says of every failure what the program and its own page say. */
class ExitCodesPageTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Path PAGE = DOCS.resolve("exit-codes.md");
  private static final String HEAD = "| `error` | exit code | meaning |\n|---|---|---|\n";

  @Test
  void the_page_lists_every_failure_with_its_exit_code_and_meaning() throws IOException {
    String page = Files.readString(PAGE);
    int table = page.indexOf(HEAD) + HEAD.length();
    String text =
        page.substring(0, table) + rows() + page.substring(page.indexOf("\n\n", table) + 1);
    if ("write".equals(System.getenv("KEYTURN_DOCS"))) {
      Files.writeString(PAGE, text);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(text);
  }

  @Test
  void the_page_lists_every_exit_code_with_its_meaning() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(ExitCode.values())
        .allSatisfy(exit ->
            assertThat(page).contains("\n| " + exit.number() + " | " + exit.meaning() + " |"));
  }

  private static String rows() {
    return Arrays.stream(FailureName.values())
        .sorted(Comparator.comparingInt(name -> ExitCode.of(name).number()))
        .map(name ->
            "| [`%1$s`](errors/%1$s.md) | %2$d | %3$s |\n"
                .formatted(name.text(), ExitCode.of(name).number(), meaning(name)))
        .collect(Collectors.joining());
  }

  /** The sentence below the heading of the failure's page. */
  private static String meaning(FailureName name) {
    try {
      String page = Files.readString(DOCS.resolve("errors").resolve(name.text() + ".md"));
      return page.lines().skip(2).findFirst().orElseThrow().replaceFirst("\\. Exit code .*", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
