package dev.keyturn.cli.command.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/env.md} says of the formats. */
class EnvironmentSyntaxTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*?) \\| .* \\| `.*`.*\\|$");
  private static final Pattern LABEL = Pattern.compile("`([a-z]+)`");

  @Test
  void the_page_shows_a_command_for_each_format() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "env.md"));
    int head = page.indexOf("| `--format` |");
    String table = page.substring(head, page.indexOf("\n\n", head));

    assertThat(
            ROW.matcher(table)
                .results()
                .flatMap(row -> LABEL.matcher(row.group(1)).results())
                .map(label -> label.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EnvironmentSyntax.values()).map(EnvironmentSyntax::label).toList());
  }
}
