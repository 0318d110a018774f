package dev.keyturn.cli.app;

import dev.keyturn.cli.transcript.Performance;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.cli.transcript.StoryHome;
import dev.keyturn.cli.transcript.Transcript;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A performance inside the test, with one clock for Keyturn and for AWS.
 *
 * @param happened what happened, in the words of a transcript
 * @param leaks where secrets were seen that must not be seen
 */
record HeldPerformance(String happened, List<String> leaks) {

  static HeldPerformance of(Transcript story, Instant begin) {
    Path folder = Path.of("target", "stories", story.name()).toAbsolutePath();
    HeldClock clock = new HeldClock(begin);
    StoryHome home = StoryHome.create(folder.resolve("home of jo"), story.homeFiles());
    try (SandboxProcess sandbox =
        SandboxProcess.start(SandboxProcess.classes(), folder, story.company(), begin)) {
      Performance performance =
          new Performance(story, new InsideTheTest(clock), sandbox, home, Map.of(), clock::advance);
      return new HeldPerformance(performance.run(), performance.leaks());
    }
  }
}
