package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Transcript;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every story comes true inside the test, and shows no secret. */
class TranscriptsTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  static List<Transcript> stories() {
    return Transcript.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void the_story_comes_true(Transcript story) {
    HeldPerformance performance = HeldPerformance.of(story, NOON);
    assertThat(performance.happened()).isEqualTo(story.script());
    assertThat(performance.leaks()).isEmpty();
  }
}
