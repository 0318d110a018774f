package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.adapter.secretprogram.DesktopDialogs;
import dev.keyturn.cli.command.port.computer.Dialogs.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Dialogs: zenity itself on a screen that nobody sees, the others by the words they are given. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class DialogTest {

  private static final String TEXT = "MFA code of arn:aws:iam::123456789012:mfa/al_ice for a\\b:";
  private static final Duration LONG = Duration.ofSeconds(40);

  @TempDir private Path folder = Path.of("");

  @Test
  void what_a_person_types_into_zenity_is_the_answer() throws Exception {
    RealProgram.need("zenity", "Xvfb", "xdotool");
    try (Screen screen = Screen.start(folder.toString())) {
      FutureTask<Answer> asked = inBackground(() -> dialogs(screen, LONG).ask(TEXT, true));
      screen.types("1", "2", "3", "4", "5", "6", "Return");
      assertThat(asked.get(40, TimeUnit.SECONDS)).isEqualTo(new Answer.Given("123456"));
    }
  }

  @Test
  void escape_cancels_zenity_and_a_dialog_that_nobody_answers_is_taken_away() throws Exception {
    RealProgram.need("zenity", "Xvfb", "xdotool");
    try (Screen screen = Screen.start(folder.toString())) {
      FutureTask<Answer> asked = inBackground(() -> dialogs(screen, LONG).ask(TEXT, true));
      screen.types("Escape");
      assertThat(asked.get(40, TimeUnit.SECONDS)).isEqualTo(new Answer.Cancelled());

      Duration second = Duration.ofSeconds(1);
      assertThat(dialogs(screen, second).ask(TEXT, false))
          .isEqualTo(new Answer.NotAnswered(second));
      assertThat(ProcessHandle.current().descendants())
          .noneMatch(it -> it.info().command().orElse("").endsWith("/zenity"));
    }
  }

  /** Its exit status is that of a dialog that was cancelled. */
  @Test
  void a_display_that_zenity_cannot_open_is_not_reported_as_cancelled() {
    RealProgram.need("zenity");
    Map<String, String> environment = Map.of("DISPLAY", ":4711", "PATH", "/usr/bin:/bin");
    assertThat(new DesktopDialogs(environment, "Linux", LONG).ask(TEXT, true))
        .isInstanceOfSatisfying(
            Answer.NotShown.class, it -> assertThat(it.why()).contains("cannot open display"));
  }

  @Test
  void zenity_shows_underscores_and_backslashes_as_they_are() throws IOException {
    program("zenity", "printf '%s\\n' \"$*\"");
    assertThat(fake("Linux", Map.of("DISPLAY", ":0")).ask(TEXT, true))
        .isEqualTo(
            new Answer.Given(
                "--entry --title Keyturn --text MFA code of"
                    + " arn:aws:iam::123456789012:mfa/al__ice for a\\\\b: --hide-text"));
  }

  @Test
  void on_the_desktop_of_kde_its_own_program_comes_first() throws IOException {
    program("zenity", "echo zenity");
    program("kdialog", "printf '%s\\n' \"$*\"");
    Map<String, String> kde = Map.of("WAYLAND_DISPLAY", "wayland-0", "XDG_CURRENT_DESKTOP", "KDE");
    assertThat(fake("Linux", kde).ask("code of <b>&</b>:", false))
        .isEqualTo(new Answer.Given("--title Keyturn --inputbox code of \u2039b>&&\u2039/b>:"));
    assertThat(fake("Linux", kde).ask("code:", true))
        .isEqualTo(new Answer.Given("--title Keyturn --password code:"));
  }

  @Test
  void on_macos_the_text_is_an_argument_of_the_script() throws IOException {
    program("osascript", "for last; do :; done; printf '%s\\n' \"$last\"");
    assertThat(fake("Mac OS X", Map.of()).ask("\" & quit & \"", true))
        .isEqualTo(new Answer.Given("\" & quit & \""));
    program("osascript", "echo 'execution error: User canceled. (-128)' >&2; exit 1");
    assertThat(fake("Mac OS X", Map.of()).ask(TEXT, true)).isEqualTo(new Answer.Cancelled());
    assertThat(fake("Mac OS X", Map.of("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")).isPresent())
        .isFalse();
  }

  @Test
  void on_windows_the_text_is_read_from_standard_input() throws IOException {
    program("powershell.exe", "read -r text; printf '%s\\n' \"$text\"");
    assertThat(fake("Windows 11", Map.of()).ask("'; quit; '", true))
        .isEqualTo(new Answer.Given("'; quit; '"));
    program("powershell.exe", "exit 5");
    assertThat(fake("Windows 11", Map.of()).ask(TEXT, true)).isEqualTo(new Answer.Cancelled());
  }

  @Test
  void no_dialog_is_opened_without_a_display_or_a_program() throws IOException {
    assertThat(fake("Linux", Map.of("DISPLAY", ":0")).isPresent()).isFalse();
    program("zenity", "echo 123456");
    assertThat(fake("Linux", Map.of()).isPresent()).isFalse();
    assertThat(fake("Linux", Map.of()).ask(TEXT, true)).isEqualTo(new Answer.NotShown("no screen"));
    assertThat(fake("Linux", Map.of("DISPLAY", ":0")).isPresent()).isTrue();
  }

  @Test
  void a_code_that_was_given_does_not_reach_the_program() throws IOException {
    program("zenity", "echo \"${KEYTURN_MFA_CODE-none}\"");
    Map<String, String> given = Map.of("DISPLAY", ":0", "KEYTURN_MFA_CODE", "654321");
    assertThat(fake("Linux", given).ask(TEXT, true)).isEqualTo(new Answer.Given("none"));
  }

  private static DesktopDialogs dialogs(Screen screen, Duration longest) {
    return new DesktopDialogs(screen.environment(), "Linux", longest);
  }

  private DesktopDialogs fake(String system, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("PATH", folder.toString());
    return new DesktopDialogs(environment, system, LONG);
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static FutureTask<Answer> inBackground(Callable<Answer> dialog) {
    FutureTask<Answer> asked = new FutureTask<>(dialog);
    Thread.ofVirtual().start(asked);
    return asked;
  }
}
