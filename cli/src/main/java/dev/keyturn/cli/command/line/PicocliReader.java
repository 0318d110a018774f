package dev.keyturn.cli.command.line;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Parses every form of a line: short options joined with their values, combined short options,
 * {@code =}.
 */
final class PicocliReader {

  private PicocliReader() {}

  /**
   * Parses {@code typed}.
   *
   * @throws FailureException usage, for an invalid line
   */
  static Line read(Syntax syntax, TypedCommand typed) {
    List<String> words = typed.words();
    int dashes = words.indexOf("--");
    List<String> before = dashes < 0 ? words : words.subList(0, dashes);
    List<String> after = dashes < 0 ? List.of() : words.subList(dashes + 1, words.size());
    ParseResult parsed = parse(syntax, typed, before);
    Map<Option, List<String>> options = new LinkedHashMap<>();
    for (OptionSpec option : parsed.matchedOptions()) {
      Option ours = (Option) option.userObject();
      options.put(ours, ours.value() == null ? List.of() : option.originalStringValues());
    }
    List<String> plain = new ArrayList<>();
    for (PositionalParamSpec positional : parsed.matchedPositionals()) {
      // picocli lists it once for each run of words between options, always with all words.
      plain = new ArrayList<>(positional.originalStringValues());
    }
    if (syntax.command() == null) {
      plain.addAll(after);
      return new Line(options, plain, List.of());
    }
    return new Line(options, plain, List.copyOf(after));
  }

  private static ParseResult parse(Syntax syntax, TypedCommand typed, List<String> words) {
    CommandLine parser = new CommandLine(specification(syntax));
    parser.setOverwrittenOptionsAllowed(false);
    // A word such as @file is literal: it is the value of a setting, or belongs to another program.
    parser.setExpandAtFiles(false);
    try {
      return parser.parseArgs(words.toArray(String[]::new));
    } catch (ParameterException e) {
      throw failure(e, syntax, typed);
    }
  }

  private static CommandSpec specification(Syntax syntax) {
    CommandSpec specification = CommandSpec.create();
    // Otherwise picocli searches the names of each option for variables, which none has.
    specification.interpolateVariables(false);
    for (Option option : syntax.options()) {
      OptionSpec.Builder builder =
          OptionSpec.builder(option.names().toArray(String[]::new)).userObject(option);
      switch (option) {
        case Flag flag -> builder.arity("0").type(boolean.class);
        case ValueOption<?> one -> builder.arity("1").type(String.class);
        case RepeatedOption<?> many ->
            builder.arity("1").type(List.class).auxiliaryTypes(String.class);
      }
      specification.addOption(builder.build());
    }
    return specification.addPositional(
        PositionalParamSpec.builder()
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build());
  }

  private static FailureException failure(ParameterException e, Syntax syntax, TypedCommand typed) {
    return switch (e) {
      case UnmatchedArgumentException unknown ->
          unknownOption(unknown.getUnmatched().get(0), syntax, typed).exception();
      case MissingParameterException missing -> missing(missing.getMissing(), typed).exception();
      case OverwrittenOptionException twice -> twice(twice.getOverwritten(), typed).exception();
      default ->
          new Failure.Usage(String.valueOf(e.getMessage()), typed.name() + " --help").exception(e);
    };
  }

  /** Without its value, which may be a secret. */
  private static Failure unknownOption(String word, Syntax syntax, TypedCommand typed) {
    String option = TypedCommand.optionName(word);
    List<String> names = new ArrayList<>();
    for (Option known : syntax.options()) {
      names.addAll(known.names());
    }
    // Every other single letter is equally similar.
    boolean isLetter = option.length() == 2;
    String nearest = isLetter ? null : NearestName.of(option, names);
    String hint =
        nearest == null
            ? typed.name() + " --help"
            : typed.replaced(
                typed.words().indexOf(word), nearest + word.substring(option.length()));
    return new Failure.Usage("unknown option '" + option + "'", hint);
  }

  private static Failure missing(List<ArgSpec> missing, TypedCommand typed) {
    Option option = (Option) missing.get(0).userObject();
    Value<?> value = option.value();
    return value == null
        ? new Failure.Usage(option + " is incomplete", typed.name() + " --help")
        : new Failure.Usage(
            option + " needs a value: " + value.label(), typed.with(option, value.example()));
  }

  private static Failure twice(ArgSpec overwritten, TypedCommand typed) {
    Option option = (Option) overwritten.userObject();
    return new Failure.Usage(option + " was given more than once", typed.name() + " --help");
  }
}
