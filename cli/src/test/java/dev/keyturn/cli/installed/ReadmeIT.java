package dev.keyturn.cli.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.cli.transcript.StoryHome;
import dev.keyturn.cli.transcript.Times;
import dev.keyturn.cli.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README's first picture shows of Keyturn and the AWS CLI together is what happens. */
class ReadmeIT {

  private static final Path AWS_CLI = Path.of("/usr/bin/aws");

  @Test
  void the_first_picture_is_true() throws IOException {
    Installed.python("pty");
    Installed.program(AWS_CLI);
    String readme = Files.readString(Path.of("..", "README.md"));
    String shown = block(readme, "console");
    Transcript story =
        Transcript.parse(
            "readme", block(readme, "ini").replaceAll("(?m)^# ~/(\\.aws/\\w+)$", "-- $1 --"));
    assertThat(timeless(perform(story, shown))).isEqualTo(timeless(shown));
  }

  private static String block(String readme, String language) {
    Matcher block = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(readme);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static String timeless(String text) {
    return Times.removed(text).replaceAll("(?m)^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d ", "");
  }

  private static String perform(Transcript story, String shown) {
    Path folder = Path.of("target", "readme").toAbsolutePath();
    StoryHome home = StoryHome.create(folder.resolve("home"), story.homeFiles());
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    StringBuilder happened = new StringBuilder();
    try (SandboxProcess sandbox =
        SandboxProcess.start(SandboxProcess.image(), folder, story.company(), now)) {
      for (String line : shown.lines().filter(it -> it.startsWith("$ ")).toList()) {
        happened.append(line).append('\n');
        happened.append(said(line.substring(2), folder.resolve("call"), home, sandbox));
      }
    }
    return happened.toString();
  }

  private static String said(String line, Path folder, StoryHome home, SandboxProcess sandbox) {
    String code = sandbox.code("alice", 0);
    List<String> words = new ArrayList<>(List.of(line.replace("123456", code).split(" ", -1)));
    if (words.get(0).equals("aws")) {
      words.set(0, AWS_CLI.toString());
      words.addAll(List.of("--endpoint-url", sandbox.url(), "--region", "us-east-1"));
    } else {
      words.set(0, InstalledProgram.launcher().toString());
    }
    Map<String, String> environment =
        Map.of("HOME", home.folder().toString(), "AWS_ENDPOINT_URL", sandbox.url());
    Outcome outcome =
        new InstalledProgram(folder)
            .run(
                words, new Invocation(List.of(), environment, home.folder(), "", List.of(), false));
    return outcome.out() + outcome.err().stripLeading();
  }
}
