package dev.keyturn.cli.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Performance;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.cli.transcript.StoryHome;
import dev.keyturn.cli.transcript.Times;
import dev.keyturn.cli.transcript.Transcript;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every story comes true with the installed program, in the locale C and a home folder with an
 * accent and a blank. Its clock is the real one, so that stories in which time passes are left to
 * the performance inside the test.
 */
class TranscriptsIT {

  /** A JVM that was started in the locale C cannot name the accent itself. */
  private static final String HOME =
      System.getProperty("sun.jnu.encoding", "").equals("UTF-8") ? "jos\u00e9 s home" : "jo s home";

  @BeforeAll
  static void a_driver() {
    Installed.python("pty");
  }

  static List<Transcript> stories() {
    return Transcript.all().stream().filter(story -> !story.needsAHeldClock()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void the_story_comes_true(Transcript story) {
    Path folder = Path.of("target", "installed", story.name()).toAbsolutePath();
    StoryHome home = StoryHome.create(folder.resolve(HOME), story.homeFiles());
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try (SandboxProcess sandbox =
        SandboxProcess.start(SandboxProcess.image(), folder, story.company(), now)) {
      Performance performance =
          new Performance(
              story,
              new InstalledProgram(folder.resolve("call")),
              sandbox,
              home,
              Map.of(),
              duration -> {});
      String happened =
          performance.run().replace(InstalledProgram.launcher().toString(), "keyturn");
      assertThat(Times.removed(happened)).isEqualTo(Times.removed(story.script()));
      assertThat(performance.leaks()).isEmpty();
    }
  }
}
