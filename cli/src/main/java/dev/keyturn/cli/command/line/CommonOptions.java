package dev.keyturn.cli.command.line;

import java.util.List;

/** Options of every command, and of most. */
public final class CommonOptions {

  /** Shows help. */
  public static final Flag HELP = Option.flag("-h, --help", "Show this help.");

  /** Shows a trace. */
  public static final Flag DEBUG =
      Option.flag("--debug", "Write a trace to standard error, with secrets masked.");

  /** Turns colour off. Keyturn has no colour so far; scripts may pass it anyway. */
  public static final Flag NO_COLOR = Option.flag("--no-color", "Do not use colour.");

  /** The form of an answer. */
  public static final ValueOption<OutputFormat> OUTPUT =
      new ValueOption<>(
          "--output", Value.oneOf(OutputFormat.values()), "Output format (default: text).");

  /** The options of every command. */
  static final List<Option> ALL = List.of(HELP, DEBUG, NO_COLOR);

  private CommonOptions() {}

  /** Whether {@code --output json} was given. */
  public static boolean wantsJson(Arguments arguments) {
    return OUTPUT.in(arguments, OutputFormat.TEXT) == OutputFormat.JSON;
  }

  /** Those of {@link #ALL} that help shows. */
  public static List<Option> shown() {
    return List.of(DEBUG, HELP);
  }
}
