package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.help.Pages;
import dev.keyturn.cli.command.help.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/commands.md} is what the table of commands says. */
class CommandReferenceTest {

  private static final Path PAGE = Path.of("../docs/commands.md");

  @TempDir private Path home;

  @Test
  void the_page_in_docs_is_that_of_the_table() throws IOException {
    Host host = new InsideTheTest(new HeldClock(Instant.EPOCH)).host(Map.of(), home);
    Pages pages = Commands.pages(new Wiring(host, line -> {}));
    String page = Reference.of(pages);
    if ("write".equals(System.getenv("KEYTURN_DOCS"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
