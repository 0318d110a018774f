package dev.keyturn.cli.command.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.port.RecordingOutput;
import dev.keyturn.cli.command.port.Terminal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Colour and width are those of where a result goes. */
class LookTest {

  private static Look look(boolean terminal, boolean noColour, Map<String, String> environment) {
    return Look.of(new RecordingOutput(terminal), new Wide(), environment, noColour);
  }

  @Test
  void a_terminal_has_its_width_and_colour() {
    assertThat(look(true, false, Map.of("TERM", "xterm"))).isEqualTo(new Look(120, true));
  }

  @Test
  void a_pipe_has_80_columns_and_no_colour() {
    assertThat(look(false, false, Map.of("TERM", "xterm"))).isEqualTo(Look.PLAIN);
  }

  @Test
  void who_wants_no_colour_gets_none() {
    assertThat(look(true, true, Map.of()).colour()).isFalse();
    assertThat(look(true, false, Map.of("NO_COLOR", "1")).colour()).isFalse();
    assertThat(look(true, false, Map.of("NO_COLOR", "")).colour()).isTrue();
    assertThat(look(true, false, Map.of("TERM", "dumb")).colour()).isFalse();
  }

  @Test
  void lines_are_replaced_as_often_as_the_terminal_has_broken_them() {
    Look narrow = new Look(10, true);
    assertThat(narrow.replacing("", "a\n")).isEqualTo("a\u001b[K\n\u001b[J");
    assertThat(narrow.replacing("short\n\n", "")).startsWith("\u001b[2A");
    assertThat(narrow.replacing("eleven chars\n" + Style.BAD.of("ten chars.") + "\n", ""))
        .startsWith("\u001b[3A");
  }

  private static final class Wide implements Terminal {
    @Override
    public boolean isPresent() {
      return true;
    }

    @Override
    public int columns() {
      return 120;
    }

    @Override
    public void show(String line) {}

    @Override
    public String ask(String prompt) {
      return "";
    }

    @Override
    public String askSecret(String prompt) {
      return "";
    }

    @Override
    public void countDown(String what, Duration wait) {}

    @Override
    public void progress(String text) {}
  }
}
