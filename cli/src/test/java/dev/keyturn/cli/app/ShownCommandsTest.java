package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages show is what happens: each console block, with the files of the last block of
 * files before it, or of the page's first where there is none before. What the AWS CLI says there
 * is for the tests that have it.
 */
class ShownCommandsTest {

  private static final List<String> PAGES =
      List.of("README.md", "docs/daily-use.md", "docs/coming-from.md");
  private static final Instant MORNING = Instant.parse("2026-11-21T09:04:00Z");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(console|ini)\n(.*?)^```$");

  static List<Transcript> blocks() throws IOException {
    List<Transcript> blocks = new ArrayList<>();
    for (String page : PAGES) {
      blocks.addAll(blocks(page, Files.readString(Path.of("..", page))));
    }
    return blocks;
  }

  private static List<Transcript> blocks(String page, String text) {
    List<Transcript> blocks = new ArrayList<>();
    String files = "";
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(1).equals("ini")) {
        files = block.group(2);
      } else {
        String ofBlock = files.isEmpty() ? firstFiles(page, text) : files;
        String name = page.replaceAll("\\W", "-") + "-" + (blocks.size() + 1);
        blocks.add(Transcript.parse(name, script(block.group(2)) + sections(ofBlock)));
      }
    }
    return blocks;
  }

  private static String firstFiles(String page, String text) {
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(1).equals("ini")) {
        return block.group(2);
      }
    }
    throw new IllegalStateException(page + " shows no file");
  }

  /** Keyturn's part of it, with a code that is right. */
  private static String script(String console) {
    StringBuilder script = new StringBuilder();
    boolean keyturn = false;
    for (String line : console.split("(?<=\n)", -1)) {
      keyturn = line.startsWith("$ ") ? line.startsWith("$ keyturn ") : keyturn;
      script.append(keyturn ? asWritten(line.replace(" 123456\n", " $CODE\n")) : "");
    }
    return script.toString();
  }

  /** A note goes to standard error, and names files by their whole path. */
  private static String asWritten(String line) {
    return line.startsWith("keyturn: ") || line.startsWith("next: ")
        ? "2> " + line.replace("~/", "$HOME/")
        : line;
  }

  private static String sections(String ini) {
    return ini.replaceAll("(?m)^# ~/(\\.aws/\\w+)$", "-- $1 --");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blocks")
  void what_a_page_shows_is_what_happens(Transcript block) {
    HeldPerformance performance = HeldPerformance.of(block, MORNING);
    assertThat(performance.happened()).isEqualTo(block.script());
    assertThat(performance.leaks()).isEmpty();
  }
}
