package dev.keyturn.cli.command.line;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a user typed after a command's name. It is read through the command's own {@link Option} and
 * {@link Argument} objects; one that the command does not declare cannot be read.
 */
public final class Arguments {

  private final Syntax syntax;
  private final TypedCommand typed;
  private final Line line;
  private final Map<Option, List<?>> values = new HashMap<>();

  /** The length of a secret access key. */
  private static final int SECRET_LENGTH = 40;

  private Arguments(Syntax syntax, TypedCommand typed, Line line) {
    this.syntax = syntax;
    this.typed = typed;
    this.line = line;
  }

  /**
   * Parses {@code words}.
   *
   * @param command the command's name
   * @throws FailureException usage, if they do not match {@code syntax}
   */
  public static Arguments read(String command, Syntax syntax, List<String> words) {
    TypedCommand typed = new TypedCommand(command, syntax, words);
    if (syntax.passesEverythingOn() && !isOwn(syntax, words)) {
      return new Arguments(syntax, typed, new Line(Map.of(), words, List.of()));
    }
    Line plain = PlainReader.read(syntax, words);
    return of(syntax, typed, plain == null ? PicocliReader.read(syntax, typed) : plain);
  }

  /**
   * Whether a line that may belong to another program begins with one of the command's own options.
   */
  private static boolean isOwn(Syntax syntax, List<String> words) {
    return !words.isEmpty()
        && !syntax.common().isEmpty()
        && syntax.option(TypedCommand.optionName(words.get(0))) != null;
  }

  static Arguments of(Syntax syntax, TypedCommand typed, Line line) {
    Arguments arguments = new Arguments(syntax, typed, line);
    for (Map.Entry<Option, List<String>> given : line.options().entrySet()) {
      arguments.parse(given.getKey(), given.getValue());
    }
    if (!CommonOptions.HELP.in(arguments)) {
      arguments.checkNumberOfWords();
      for (Argument<?> argument : syntax.arguments()) {
        arguments.values(argument);
      }
    }
    return arguments;
  }

  private void parse(Option option, List<String> texts) {
    Value<?> value = option.value();
    List<Object> parsed = new ArrayList<>();
    for (String text : texts) {
      if (value != null) {
        parsed.add(parse(option, value, text));
      }
    }
    values.put(option, parsed);
  }

  private <T> T parse(Option option, Value<T> value, String text) {
    try {
      return value.parse(text);
    } catch (FailureException e) {
      throw new Failure.Usage(
              option.name() + ": " + e.failure().message(), typed.with(option, value.example()))
          .exception(e);
    }
  }

  /** Most commands take the profile as a word. */
  private String shorter(long most) {
    List<String> words = most == 0 ? line.words() : List.of();
    Option option = syntax.option("--profile");
    boolean isProfile = words.size() == 1 && words.get(0).length() < SECRET_LENGTH;
    return isProfile && option != null && !option.isIn(this)
        ? typed.withWordAs(option, words.get(0))
        : typed.name() + " --help";
  }

  /** None of too many words is shown: one of them may be a secret. */
  private void checkNumberOfWords() {
    int least = 0;
    long most = 0;
    for (Argument<?> argument : syntax.arguments()) {
      boolean after = argument.count() == Argument.Count.AFTER_DASHES;
      least += argument.least();
      most += after ? 0 : argument.most();
    }
    int given = line.words().size();
    if (given < least || given > most) {
      String problem = given < least ? "missing argument: " : "too many arguments: ";
      String takes = most == 0 ? "no arguments" : syntax.words();
      throw new Failure.Usage(
              problem + "'" + typed.name() + "' takes " + takes,
              given < least ? typed.completed() : shorter(most))
          .exception();
    }
  }

  /** The user's own line, for a hint that repeats it with a change. */
  public TypedCommand typed() {
    return typed;
  }

  /** Whether the command has {@code option} at all. */
  public boolean takes(Option option) {
    return syntax.has(option);
  }

  boolean has(Option option) {
    return values.containsKey(declared(option));
  }

  List<?> values(Option option) {
    return values.getOrDefault(declared(option), List.of());
  }

  private Option declared(Option option) {
    if (!takes(option)) {
      throw new IllegalArgumentException(typed.name() + " does not declare " + option);
    }
    return option;
  }

  <T> List<T> values(Argument<T> argument) {
    List<T> values = new ArrayList<>();
    for (String word : words(argument)) {
      values.add(parse(argument.value(), word));
    }
    return values;
  }

  private <T> T parse(Value<T> value, String word) {
    try {
      return value.parse(word);
    } catch (FailureException e) {
      String hint = typed.replaced(typed.words().indexOf(word), value.example());
      throw new Failure.Usage(e.failure().message(), hint).exception(e);
    }
  }

  private List<String> words(Argument<?> argument) {
    if (argument == syntax.command()) {
      return line.afterDashes();
    }
    int from = syntax.arguments().indexOf(argument);
    if (from < 0) {
      throw new IllegalArgumentException(typed.name() + " does not declare " + argument.synopsis());
    }
    List<String> words = line.words();
    int start = Math.min(from, words.size());
    int end = argument.most() == 1 ? Math.min(from + 1, words.size()) : words.size();
    return words.subList(start, end);
  }
}
