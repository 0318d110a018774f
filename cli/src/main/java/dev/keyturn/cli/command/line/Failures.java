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
    print(output, failure, failure.hint(), json);
  }

  /** Writes {@code failure} with another {@code hint} to standard error. */
  public static void print(Output output, Failure failure, String hint, boolean json) {
    if (json) {
      output.error(Json.object(to -> write(to, failure, hint)));
      return;
    }
    output.note(failure.message());
    if (!hint.isEmpty()) {
      output.error("hint: " + VisibleText.line(hint));
    }
  }

  /** What there is to say of {@code failure}, as part of an answer. */
  public static void write(JsonGenerator to, Failure failure) {
    write(to, failure, failure.hint());
  }

  private static void write(JsonGenerator to, Failure failure, String hint) {
    to.writeStringProperty("error", failure.name().text());
    to.writeStringProperty("message", failure.message());
    to.writeStringProperty("hint", hint);
    to.writeNumberProperty("exit_code", ExitCode.of(failure).number());
  }

  /** Writes {@code failure} to standard error as one line. */
  public static void printLine(Output output, Failure failure) {
    String hint = failure.hint().isEmpty() ? "" : "; hint: " + failure.hint();
    output.note(failure.message() + hint);
  }
}
