package dev.keyturn.cli.command.line;

import dev.keyturn.cli.command.port.Output;
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

  /** Name, message and hint of {@code failure}, as part of an answer. */
  public static void write(JsonGenerator to, Failure failure) {
    to.writeStringProperty("error", name(failure));
    to.writeStringProperty("message", failure.message());
    to.writeStringProperty("hint", failure.hint());
  }

  /** Writes {@code failure} to standard error as one line. */
  public static void printLine(Output output, Failure failure) {
    String hint = failure.hint().isEmpty() ? "" : "; hint: " + failure.hint();
    output.note(failure.message() + hint);
  }

  private static String json(Failure failure) {
    return Json.object(to -> {
      write(to, failure);
      to.writeNumberProperty("exit_code", ExitCode.of(failure).number());
    });
  }

  /** The stable name of a kind of failure. */
  public static String name(Failure failure) {
    return switch (failure) {
      case Failure.Usage usage -> "usage";
      case Failure.UnknownProfile unknown -> "unknown-profile";
      case Failure.NoProfiles none -> "unknown-profile";
      case Failure.UnknownSource unknown -> "unknown-source-profile";
      case Failure.SourceLoop loop -> "source-profile-loop";
      case Failure.BrokenFile broken -> "broken-file";
      case Failure.UnreadableFile unreadable -> "unreadable-file";
      case Failure.UnwritableFile unwritable -> "unwritable-file";
      case Failure.UnwritableOutput unwritable -> "unwritable-output";
      case Failure.BadProfile bad -> "bad-profile";
      case Failure.ForbiddenTarget forbidden -> "forbidden-target";
      case Failure.NoDevice none -> none.passkeyOnly() ? "passkey-only" : "no-mfa-device";
      case Failure.PasskeyNamed passkey -> "passkey-only";
      case Failure.PlainHttp plain -> "plain-http";
      case Failure.WrongCode wrong -> "wrong-code";
      case Failure.UsedCode used -> "used-code";
      case Failure.UnknownDevice unknown -> "unknown-mfa-device";
      case Failure.RefusedKey refused -> "refused-key";
      case Failure.ClockOff off -> "clock-off";
      case Failure.Refused refused -> "refused";
      case Failure.NoTerminal none -> "no-terminal";
      case Failure.SeveralDevices several -> "several-mfa-devices";
      case Failure.Unreachable unreachable -> "unreachable";
      case Failure.ServiceFault fault -> "service-fault";
      case Failure.Throttled throttled -> "throttled";
      case Failure.FileBusy busy -> "file-busy";
      case Failure.FileChanged changed -> "file-changed";
      case Failure.NoProgram none -> none.found() ? "command-not-executable" : "command-not-found";
      case Failure.Interrupted interrupted -> "interrupted";
    };
  }
}
