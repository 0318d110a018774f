package dev.keyturn.cli.command.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.port.Children;
import dev.keyturn.cli.command.port.RecordingOutput;
import dev.keyturn.cli.command.port.Redirects;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the variable {@code BROWSER} may be: what Python and {@code xdg-open} take. */
class BrowserTest {

  private static final String URL = "http://127.0.0.1:1/once";

  private static final Set<String> INSTALLED =
      Set.of("/opt/My Browser/run", "firefox", "xdg-open", "chromium");

  private final Programs programs = new Programs();

  private List<String> opened(String variable) {
    Browser browser =
        new Browser(
            Map.of("BROWSER", variable), secret -> programs, programs, new RecordingOutput(false));
    browser.open("https://secret.example.com", "work");
    return programs.command;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          firefox                                  | firefox URL
          firefox --new-window                     | firefox --new-window URL
          firefox --new-window %s                  | firefox --new-window URL
          firefox --url=%s --private               | firefox --url=URL --private
          firefox %s &                             | firefox URL
          /opt/My Browser/run                      | /opt/My Browser/run URL
          '/opt/My Browser/run' --new %s           | /opt/My Browser/run --new URL
          "/opt/My Browser/run" --new              | /opt/My Browser/run --new URL
          /opt/My\\ Browser/run %s                 | /opt/My Browser/run URL
          firefox --title 'two words'              | firefox --title two words URL
          not-there:/opt/My Browser/run:firefox    | /opt/My Browser/run URL
          'open quote:chromium                     | chromium URL
          not-there                                | xdg-open URL
          ` `                                      | xdg-open URL
          """)
  void an_entry_is_a_program_or_a_command_line(String variable, String command) {
    assertThat(String.join(" ", opened(variable))).isEqualTo(command.replace("URL", URL));
  }

  @Test
  void a_path_with_blanks_is_one_word() {
    assertThat(opened("/opt/My Browser/run")).containsExactly("/opt/My Browser/run", URL);
    assertThat(opened("'/opt/My Browser/run' %s")).containsExactly("/opt/My Browser/run", URL);
  }

  /** Remembers what was started. */
  private static final class Programs implements Children, Redirects.Redirect {

    private volatile List<String> command = List.of();
    private final CountDownLatch started = new CountDownLatch(1);

    @Override
    public int run(List<String> line, Map<String, String> environment) {
      command = line;
      started.countDown();
      return 0;
    }

    @Override
    public boolean isInstalled(String program) {
      return INSTALLED.contains(program);
    }

    @Override
    public List<String> sandbox() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Sandbox startSandbox(List<String> options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String url() {
      return URL;
    }

    @Override
    public boolean await(Duration time) {
      try {
        return started.await(time.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void close() {}
  }
}
