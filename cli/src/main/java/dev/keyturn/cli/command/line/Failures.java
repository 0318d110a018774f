package dev.keyturn.cli.command.line;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.text.VisibleText;
import tools.jackson.core.JsonGenerator;

/** Tells failures: two lines for a person, one JSON document for a program. */
public final class Failures {

  private Failures() {}

  /** Writes {@code failure} to standard error. */
  public static void print(Output output, Failure failure, boolean json) {
    if (json) {
      output.error(json(failure));
      return;
    }
    output.note(failure.message());
    if (!failure.hint().isEmpty()) {
      output.error("hint: " + VisibleText.line(failure.hint()));
    }
  }

  /** What there is to say of {@code failure}, as part of an answer. */
  public static void write(JsonGenerator to, Failure failure) {
    to.writeStringProperty("error", failure.name().text());
    to.writeStringProperty("message", failure.message());
    to.writeStringProperty("hint", failure.hint());
    to.writeNumberProperty("exit_code", ExitCode.of(failure).number());
  }

  /** Writes {@code failure} to standard error as one line. */
  public static void printLine(Output output, Failure failure) {
    String hint = failure.hint().isEmpty() ? "" : "; hint: " + failure.hint();
    output.note(failure.message() + hint);
  }

  private static String json(Failure failure) {
    return Json.object(to -> write(to, failure));
  }
}
