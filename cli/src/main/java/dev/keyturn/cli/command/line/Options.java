package dev.keyturn.cli.command.line;

import dev.keyturn.domain.profile.plan.Durations;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** The options that several commands share, declared in one place. */
public final class Options {

  private Options() {}

  /** What every command takes. */
  public static void addCommon(CommandSpec spec) {
    OptionSpec help = flag("Show this help.", "-h", "--help");
    spec.addOption(OptionSpec.builder(help).usageHelp(true).build());
    spec.addOption(flag("Write a trace to standard error, without secrets.", "--debug"));
    spec.addOption(flag("No colours.", "--no-color"));
  }

  /** {@code --output text|json}. */
  public static void addOutput(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("--output")
            .paramLabel("text|json")
            .type(OutputFormat.class)
            .converters(Options::outputFormat)
            .description("How to write the answer.")
            .build());
  }

  private static OutputFormat outputFormat(String text) {
    return switch (text) {
      case "text" -> OutputFormat.TEXT;
      case "json" -> OutputFormat.JSON;
      default -> throw new TypeConversionException("it is text or json, not '" + text + "'");
    };
  }

  /** {@code [PROFILE]} and {@code -p PROFILE}. */
  public static void addProfile(CommandSpec spec) {
    spec.addOption(option("PROFILE", "The profile.", "-p", "--profile"));
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PROFILE")
            .arity("0..1")
            .description("The profile; AWS_PROFILE or default when none is given.")
            .build());
  }

  /** Up to {@code most} positional arguments with one label. */
  public static PositionalParamSpec positionals(int most, String label, String description) {
    return PositionalParamSpec.builder()
        .arity("0.." + most)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  /** An option without a value. */
  public static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names)
        .arity("0")
        .type(boolean.class)
        .description(description)
        .build();
  }

  /** An option with a text. */
  public static OptionSpec option(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  /** An option with a text that may be given more than once. */
  public static OptionSpec repeatable(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  /** An option with a duration such as {@code 12h}. */
  public static OptionSpec duration(String description, String... names) {
    return OptionSpec.builder(names)
        .paramLabel("DURATION")
        .type(Duration.class)
        .converters(Durations::parse)
        .description(description)
        .build();
  }
}
