package dev.keyturn.cli.adapter.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.port.Terminal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person sees of work that takes its time. */
class ProgressLineTest {

  private static final URI STS = URI.create("https://sts.eu-central-1.amazonaws.com");

  private final StringBuilder screen = new StringBuilder();
  private final ProgressLine line = new ProgressLine(screen::append);

  @Test
  void each_text_replaces_the_one_before_and_the_last_one_is_taken_away() {
    line.show("1 of 2");
    line.show("2 of 2");
    line.show("");
    line.show("");
    assertThat(screen).hasToString("\r1 of 2\u001b[K\r2 of 2\u001b[K\r\u001b[K");
  }

  @Test
  void a_question_has_the_line_for_itself() {
    line.show("1 of 2");
    try (ProgressLine.Pause _ = line.pause()) {
      line.show("2 of 2");
      line.show("");
    }
    assertThat(screen).hasToString("\r1 of 2\u001b[K\r\u001b[K");
    line.show("more");
    assertThat(screen).endsWith("\rmore\u001b[K");
  }

  @Test
  void an_endpoint_is_named_until_it_has_answered() {
    List<String> shown = new ArrayList<>();
    SlowCalls calls = new SlowCalls(new Screen(shown), () -> true, text -> {});
    calls.waitsFor(STS);
    calls.waitIsOver();
    assertThat(shown).containsExactly("waiting for sts.eu-central-1.amazonaws.com", "");
  }

  @Test
  void calls_for_a_program_that_has_the_screen_show_nothing() throws InterruptedException {
    List<String> shown = new ArrayList<>();
    SlowCalls calls = new SlowCalls(new Screen(shown), () -> true, text -> {});
    Thread serving =
        new Thread(() -> {
          calls.waitsFor(STS);
          calls.waitIsOver();
        });
    serving.start();
    serving.join();
    assertThat(shown).isEmpty();
  }

  private record Screen(List<String> shown) implements Terminal {
    @Override
    public boolean isPresent() {
      return true;
    }

    @Override
    public void progress(String text) {
      shown.add(text);
    }

    @Override
    public void show(String line) {
      throw new AssertionError(line);
    }

    @Override
    public String ask(String prompt) {
      throw new AssertionError(prompt);
    }

    @Override
    public String askSecret(String prompt) {
      throw new AssertionError(prompt);
    }

    @Override
    public void countDown(String what, Duration wait) {
      throw new AssertionError(what);
    }
  }
}
