package dev.keyturn.cli.adapter.secretprogram;

import dev.keyturn.adapter.child.ProgramSearch;
import dev.keyturn.cli.adapter.secretprogram.SecretProgram.Ended;
import dev.keyturn.cli.command.port.computer.Dialogs;
import dev.keyturn.domain.text.VisibleText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Desktop dialogs, shown by the first suitable program that is installed. */
public final class DesktopDialogs implements Dialogs {

  /** The time of three codes. */
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final Map<String, String> environment;
  private final String system;
  private final Duration longest;
  private final SecretProgram programs;

  /** For the desktop of {@code environment}. */
  public DesktopDialogs(Map<String, String> environment) {
    this(environment, System.getProperty("os.name", ""), LONGEST);
  }

  /**
   * With another limit.
   *
   * @param system the name of the operating system, as in {@code os.name}
   * @param longest how long a dialog waits for an answer
   */
  public DesktopDialogs(Map<String, String> environment, String system, Duration longest) {
    this.environment = environment;
    this.system = system;
    this.longest = longest;
    this.programs = new SecretProgram(environment, longest);
  }

  @Override
  public boolean isPresent() {
    return program() != null;
  }

  @Override
  public Answer ask(String text, boolean hidden) {
    DialogProgram program = program();
    if (program == null) {
      return new Answer.NotShown(hasScreen() ? "no program for it is installed" : "no screen");
    }
    String line = VisibleText.line(text);
    List<String> command =
        new ArrayList<>(List.of(ProgramSearch.require(program.file(), environment).getPath()));
    command.addAll(program.arguments(line, hidden));
    try {
      return answer(program, programs.run(command, program.input(line)));
    } catch (SecretProgram.Endless e) {
      return new Answer.NotAnswered(longest);
    } catch (IOException e) {
      return new Answer.NotShown(program.file() + ": " + e.getMessage());
    }
  }

  private static Answer answer(DialogProgram program, Ended ended) {
    if (ended.status() == 0) {
      return new Answer.Given(ended.output().lines().findFirst().orElse(""));
    }
    return program.isCancelled(ended)
        ? new Answer.Cancelled()
        : new Answer.NotShown(program.file() + ": " + ended.complaint());
  }

  private @Nullable DialogProgram program() {
    if (hasScreen()) {
      for (DialogProgram program : candidates()) {
        if (ProgramSearch.find(program.file(), environment).isPresent()) {
          return program;
        }
      }
    }
    return null;
  }

  private List<DialogProgram> candidates() {
    if (isWindows()) {
      return List.of(DialogProgram.POWERSHELL);
    }
    if (isMac()) {
      return List.of(DialogProgram.OSASCRIPT);
    }
    return is("XDG_CURRENT_DESKTOP", "KDE")
        ? List.of(DialogProgram.KDIALOG, DialogProgram.ZENITY)
        : List.of(DialogProgram.ZENITY, DialogProgram.KDIALOG);
  }

  /** On macOS and Windows a desktop always exists, except in a remote session. */
  private boolean hasScreen() {
    if (isMac() || isWindows()) {
      return !isSet("SSH_CONNECTION");
    }
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
  }

  private boolean isMac() {
    return system.startsWith("Mac");
  }

  private boolean isWindows() {
    return system.startsWith("Windows");
  }

  private boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  private boolean is(String variable, String part) {
    return environment.getOrDefault(variable, "").toUpperCase(Locale.ROOT).contains(part);
  }
}
