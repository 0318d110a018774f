package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What packages put below {@code /usr/share}. */
class SharedFilesTest {

  /** Of man(7); a line that begins with another one would vanish. */
  private static final List<String> MACROS = List.of(".TH", ".SH", ".SS", ".TP", ".BR");

  @TempDir private Path home;
  private SortedMap<String, String> files = new TreeMap<>();

  @BeforeEach
  void of_all_commands() {
    Host host = new InsideTheTest(new HeldClock(Instant.EPOCH)).host(Map.of(), home);
    files = SharedFiles.of(Commands.pages(new Wiring(host, line -> {})));
  }

  @Test
  void there_is_a_manual_page_for_each_command() {
    assertThat(files).containsKey("man/man1/keyturn.1");
    for (Row row : Commands.of(Commands.Group.FILES)) {
      assertThat(files.get("man/man1/keyturn-" + row.name().replace(' ', '-') + ".1"))
          .contains(
              "\\- " + row.summary().replace("-", "\\-") + "\n", ".SH EXAMPLES", ".SH OPTIONS");
    }
  }

  @Test
  void manual_pages_have_the_macros_of_man_only() {
    files.forEach((path, text) -> {
      if (path.startsWith("man/")) {
        assertThat(text.lines())
            .filteredOn(line -> line.startsWith(".") || line.startsWith("'"))
            .allMatch(line -> MACROS.contains(line.split(" ", 2)[0]));
      }
    });
  }

  @Test
  void completion_is_where_shells_look_for_it() {
    assertThat(files.get("bash-completion/completions/keyturn"))
        .endsWith("complete -F __keyturn_complete keyturn\n");
    assertThat(files.get("zsh/site-functions/_keyturn")).startsWith("#compdef keyturn\n");
    assertThat(files.get("fish/vendor_completions.d/keyturn.fish")).contains("complete -c keyturn");
  }
}
