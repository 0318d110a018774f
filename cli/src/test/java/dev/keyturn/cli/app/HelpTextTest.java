package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.help.HelpText;
import dev.keyturn.cli.command.help.Page;
import dev.keyturn.cli.command.help.Pages;
import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help fits where it is shown. */
class HelpTextTest {

  @TempDir private Path home;

  private InsideTheTest program;
  private Pages pages;

  @BeforeEach
  void allCommands() {
    program = new InsideTheTest(new HeldClock(Instant.EPOCH));
    pages = Commands.pages(new Wiring(program.host(Map.of(), home), line -> {}));
  }

  @Test
  void without_a_command_one_screen_is_shown_with_the_first_step() {
    Outcome outcome = program.run(new Invocation(List.of(), Map.of(), home, "", List.of(), false));
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err().lines())
        .hasSizeLessThan(24)
        .allMatch(line -> line.length() <= 80)
        .contains("hint: keyturn setup")
        .anyMatch(line -> line.contains("keyturn help"));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100})
  void a_line_is_not_wider_than_the_terminal(int columns) {
    HelpText help = new HelpText(columns);
    assertThat(help.overview(pages.all()) + help.summary(pages) + help.list("keys", keys()))
        .satisfies(text ->
            assertThat(text.lines().filter(line -> !line.startsWith("Usage: ")))
                .allMatch(line -> line.length() <= columns));
  }

  @Test
  void a_wide_terminal_is_used() {
    Page page = pages.named("setup");
    assertThat(new HelpText(110).of(page).lines()).hasSizeLessThan(lines(80, page));
    assertThat(new HelpText(400).of(page)).isEqualTo(new HelpText(120).of(page));
  }

  private static int lines(int columns, Page page) {
    return (int) new HelpText(columns).of(page).lines().count();
  }

  private List<Page> keys() {
    return pages.beginningWith("keys");
  }
}
