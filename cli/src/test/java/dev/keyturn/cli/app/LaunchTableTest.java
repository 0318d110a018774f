package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.help.LaunchTable;
import dev.keyturn.cli.command.help.Page;
import dev.keyturn.cli.command.help.Pages;
import dev.keyturn.cli.command.line.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launchers take each command line for what the table of commands says of it. */
class LaunchTableTest {

  private static final Path SHELL = Path.of("src/image/launch.sh");
  private static final Path BATCH = Path.of("src/image/bin/keyturn.cmd");

  @TempDir private Path folder;
  private Pages pages = new Pages(List.of());

  @BeforeEach
  void the_table_of_commands() {
    Host host = new InsideTheTest(new HeldClock(Instant.EPOCH)).host(Map.of(), folder);
    pages = Commands.pages(new Wiring(host, line -> {}));
  }

  @Test
  void the_lines_in_launch_sh_are_those_of_the_table() throws IOException {
    assertHolds(SHELL, "# <starts>\n", "# </starts>", new LaunchTable(pages).shell(), "\n");
  }

  @Test
  void the_lines_in_keyturn_cmd_are_those_of_the_table() throws IOException {
    assertHolds(BATCH, "rem <starts>\n", "rem </starts>", new LaunchTable(pages).batch(), "\r\n");
  }

  private static void assertHolds(
      Path file, String begin, String end, String expected, String lineEnd) throws IOException {
    String text = Files.readString(file).replace("\r\n", "\n");
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end);
    if ("write".equals(System.getenv("KEYTURN_DOCS"))) {
      String written = text.substring(0, from) + expected + text.substring(to);
      Files.writeString(file, written.replace("\n", lineEnd));
    } else {
      assertThat(text.substring(from, to)).isEqualTo(expected);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void sh_finds_what_the_table_says() throws IOException, InterruptedException {
    List<List<String>> lines = lines();
    Path script = folder.resolve("script");
    StringBuilder text = new StringBuilder("start() {\n" + new LaunchTable(pages).shell());
    text.append("echo \"$keyturn_start\"\n}\n");
    for (List<String> line : lines) {
      text.append("start '").append(String.join("' '", line)).append("'\n");
    }
    Files.writeString(script, text);
    LaunchTable table = new LaunchTable(pages);
    assertThat(output("sh", "-eu", script.toString()).lines())
        .containsExactlyElementsOf(lines.stream().map(line -> table.of(line).label()).toList());
  }

  /**
   * Each command with each option, with two, with help, and with what only looks like an option.
   */
  private List<List<String>> lines() {
    List<List<String>> lines =
        new ArrayList<>(List.of(List.of(""), List.of("--help"), List.of("-V"), List.of("-V", "x")));
    for (Page page : pages.all()) {
      List<String> options = new ArrayList<>(List.of("x", "--", "--help", "-h", "-", "", "--x=y"));
      for (Option option : page.command().get().syntax().options()) {
        options.add(option.name());
        options.add(option.name() + "=x");
      }
      lines.add(words(page.name()));
      for (String option : options) {
        lines.add(words(page.name(), option));
        lines.add(words(page.name(), "x", option, "y", "--", "--help"));
        lines.add(words("--debug", page.name(), option));
        for (String second : List.of("--server", "--each", "--check", "--help", "--")) {
          lines.add(words(page.name(), option, second));
        }
      }
    }
    return lines;
  }

  private static List<String> words(String... parts) {
    return Stream.of(parts).flatMap(part -> Stream.of(part.split(" ", -1))).toList();
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }
}
