package dev.keyturn.cli.command.doctor;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.port.computer.Computer;
import dev.keyturn.cli.command.text.Look;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Shows findings, masked or not, and the progress of the checks. */
public final class DoctorOutput {

  private final Map<String, String> environment;
  private final Computer computer;
  private final String version;
  private final Terminal terminal;
  private final Output output;

  /** Takes its collaborators; {@code terminal} provides its width. */
  public DoctorOutput(
      Map<String, String> environment,
      Computer computer,
      String version,
      Terminal terminal,
      Output output) {
    this.environment = environment;
    this.computer = computer;
    this.version = version;
    this.terminal = terminal;
    this.output = output;
  }

  /**
   * Shows one line on the terminal, which disappears before the result; an empty text removes it.
   */
  void progress(String text) {
    if (output.isTerminal() && terminal.isPresent()) {
      terminal.progress(text);
    }
  }

  void print(Examined examined, boolean masked, Arguments arguments) {
    DoctorReport report = report(examined, masked);
    if (CommonOptions.wantsJson(arguments)) {
      output.line(report.json(examined.groups()));
      return;
    }
    output.text(masked ? "Keyturn " + version + ", " + computer.description() + "\n\n" : "");
    output.data(report.text(examined.groups(), look(arguments)));
  }

  /** Says something about a repair. */
  void note(Examined examined, String message, boolean masked) {
    output.note(report(examined, masked).visible(message));
  }

  private DoctorReport report(Examined examined, boolean masked) {
    return new DoctorReport(
        masked
            ? PersonalData.of(computer.home(), environment, examined)::masked
            : UnaryOperator.identity());
  }

  /** Lines are wrapped only at a terminal, so that programs can search them. */
  private Look look(Arguments arguments) {
    return output.isTerminal()
        ? Look.of(output, terminal, environment, CommonOptions.NO_COLOR.in(arguments))
        : new Look(Integer.MAX_VALUE, false);
  }
}
