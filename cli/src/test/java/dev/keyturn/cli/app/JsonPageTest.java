package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.help.Page;
import dev.keyturn.cli.command.line.CommonOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/json.md} names every member that a command writes. */
class JsonPageTest {

  /** The first text in a call that writes a member. */
  private static final Pattern MEMBER =
      Pattern.compile(
          "(?:write\\w*Property\\w*|Json\\.text|Json\\.time|optional|array)\\((?:to, )?\"(\\w+)\"");

  @TempDir private Path home;

  @Test
  void every_command_with_json_output_has_a_section() throws IOException {
    Host host = new InsideTheTest(new HeldClock(Instant.EPOCH)).host(Map.of(), home);
    List<String> sections = page().lines().filter(line -> line.startsWith("## ")).toList();
    assertThat(Commands.pages(new Wiring(host, line -> {})).all())
        .filteredOn(it -> it.command().get().syntax().options().contains(CommonOptions.OUTPUT))
        .extracting(Page::name)
        .allMatch(name -> sections.contains("## " + name));
  }

  @Test
  void every_member_is_named() throws IOException {
    String page = page();
    Set<String> missing = new TreeSet<>();
    for (Path source : sources()) {
      Matcher members = MEMBER.matcher(Files.readString(source));
      while (members.find()) {
        String name = members.group(1);
        if (!page.contains("`" + name + "`") && !page.contains("`" + name + "?`")) {
          missing.add(name + " of " + source.getFileName());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/keyturn/cli/command"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/json.md"));
  }
}
