package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.profile.code.CodeOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/mfa.md} lists the sources of MFA codes. */
class CodeSourcesPageTest {

  private static final String HEADING = "## Where codes come from";

  @Test
  void the_page_lists_the_sources_in_the_order_in_which_they_are_asked() throws IOException {
    String page = Files.readString(Path.of("../docs/mfa.md"));
    String section = page.substring(page.indexOf(HEADING), page.indexOf("\n## What needs"));
    List<String> listed =
        section
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .toList();
    assertThat(listed).isEqualTo(Arrays.stream(CodeOrigin.values()).map(CodeOrigin::text).toList());
  }
}
