package dev.keyturn.cli.command.line;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.text.ShellCommand;
import dev.keyturn.domain.text.VisibleText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Reports failures: two lines for a person, one JSON document for a program. */
public final class Failures {

  private Failures() {}

  /**
   * Writes {@code failure} to standard error.
   *
   * @param typed the line that failed, which the hint may mean; null where nobody typed one
   */
  public static void print(
      Output output, Failure failure, @Nullable TypedCommand typed, boolean json) {
    if (json) {
      output.error(Json.object(to -> write(to, failure, typed)));
      return;
    }
    String hint = hint(failure, typed);
    output.note(failure.message());
    if (!hint.isEmpty()) {
      output.error("hint: " + VisibleText.line(hint));
    }
  }

  /** {@code failure} as part of a JSON answer. */
  public static void write(JsonGenerator to, Failure failure, @Nullable TypedCommand typed) {
    to.writeStringProperty("error", failure.name().text());
    to.writeStringProperty("message", failure.message());
    to.writeStringProperty("hint", hint(failure, typed));
    to.writeNumberProperty("exit_code", ExitCode.of(failure).number());
  }

  /**
   * Writes {@code failure} to standard error as one line, for the user of another program, whose
   * line is the one to run again.
   */
  public static void printLine(Output output, Failure failure, @Nullable TypedCommand typed) {
    boolean again = failure.hint().endsWith(ShellCommand.AGAIN);
    String hint = hint(failure, again ? null : typed);
    output.note(failure.message() + (hint.isEmpty() ? "" : "; hint: " + hint));
  }

  private static String hint(Failure failure, @Nullable TypedCommand typed) {
    return typed == null ? failure.hint() : typed.line(failure.hint());
  }
}
