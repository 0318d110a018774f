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
 * What the README shows is what happens: each console block, with the files of the block before it,
 * or of the first where there is none before. What the AWS CLI says there is for the tests that
 * have it.
 */
class ReadmeTest {

  private static final Instant MORNING = Instant.parse("2026-11-21T09:04:00Z");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(console|ini)\n(.*?)^```$");

  static List<Transcript> blocks() throws IOException {
    List<Transcript> blocks = new ArrayList<>();
    String readme = Files.readString(Path.of("..", "README.md"));
    String files = "";
    Matcher block = BLOCK.matcher(readme);
    while (block.find()) {
      if (block.group(1).equals("ini")) {
        files = block.group(2);
      } else {
        String ofBlock = files.isEmpty() ? firstFiles(readme) : files;
        String name = "readme-" + (blocks.size() + 1);
        blocks.add(Transcript.parse(name, script(block.group(2)) + sections(ofBlock)));
      }
    }
    return blocks;
  }

  private static String firstFiles(String readme) {
    Matcher block = BLOCK.matcher(readme);
    while (block.find()) {
      if (block.group(1).equals("ini")) {
        return block.group(2);
      }
    }
    throw new IllegalStateException("the README shows no file");
  }

  /** Keyturn's part of it, with a code that is right. */
  private static String script(String console) {
    StringBuilder script = new StringBuilder();
    boolean keyturn = false;
    for (String line : console.split("(?<=\n)", -1)) {
      keyturn = line.startsWith("$ ") ? line.startsWith("$ keyturn ") : keyturn;
      script.append(keyturn ? line.replace(" 123456\n", " $CODE\n") : "");
    }
    return script.toString();
  }

  private static String sections(String ini) {
    return ini.replaceAll("(?m)^# ~/(\\.aws/\\w+)$", "-- $1 --");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blocks")
  void what_the_readme_shows_is_what_happens(Transcript block) {
    HeldPerformance performance = HeldPerformance.of(block, MORNING);
    assertThat(performance.happened()).isEqualTo(block.script());
    assertThat(performance.leaks()).isEmpty();
  }
}
