package dev.keyturn.cli.command.line;

import java.util.List;
import java.util.Optional;

/**
 * Positional words on the command line. As with options, a command declares them once and reads
 * them through the same constant.
 *
 * @param <T> the type of a parsed word
 */
public final class Argument<T> {

  /** How often the word may occur. */
  enum Count {
    /** At most once. */
    OPTIONAL,
    /** Once. */
    REQUIRED,
    /** Any number of times. */
    ANY,
    /** Any number of times, after {@code --}: words of another program, which may have dashes. */
    AFTER_DASHES,
    /** All words that follow the command's name, with dashes or without. */
    EVERYTHING
  }

  private final Value<T> value;
  private final Count count;
  private final String text;

  private Argument(Value<T> value, Count count, String text) {
    this.value = value;
    this.count = count;
    this.text = text;
  }

  /** One word that may be missing. */
  public static <T> Argument<T> optional(Value<T> value, String text) {
    return new Argument<>(value, Count.OPTIONAL, text);
  }

  /** One word. */
  public static <T> Argument<T> required(Value<T> value, String text) {
    return new Argument<>(value, Count.REQUIRED, text);
  }

  /** Words, or none. */
  public static <T> Argument<T> any(Value<T> value, String text) {
    return new Argument<>(value, Count.ANY, text);
  }

  /** A program and its arguments after {@code --}, or nothing. */
  public static Argument<String> command(String text) {
    return new Argument<>(Value.text("COMMAND"), Count.AFTER_DASHES, text);
  }

  /** Everything that follows, including options, is passed to another program. */
  public static Argument<String> everything(String label, String text) {
    return new Argument<>(Value.text(label), Count.EVERYTHING, text);
  }

  /** The words that were given. */
  public List<T> in(Arguments arguments) {
    return arguments.values(this);
  }

  /** The first of them, if one was given. */
  public Optional<T> firstIn(Arguments arguments) {
    List<T> words = in(arguments);
    return words.isEmpty() ? Optional.empty() : Optional.of(words.get(0));
  }

  /** The only one, of an argument that is required. */
  public T onlyIn(Arguments arguments) {
    return in(arguments).get(0);
  }

  /** Whether one was given. */
  public boolean isIn(Arguments arguments) {
    return !in(arguments).isEmpty();
  }

  /** Parses a word. */
  public Value<T> value() {
    return value;
  }

  /** What it is for. */
  public String text() {
    return text;
  }

  /** Whether there may be several. */
  public boolean isRepeated() {
    return most() > 1;
  }

  /** Whether its words come after {@code --}. */
  public boolean isAfterDashes() {
    return count == Count.AFTER_DASHES;
  }

  /** As in a synopsis: {@code [PROFILE]}, {@code KEY}, {@code [PROFILE...]}. */
  public String synopsis() {
    return switch (count) {
      case OPTIONAL -> "[" + value.label() + "]";
      case REQUIRED -> value.label();
      case ANY -> "[" + value.label() + "...]";
      case AFTER_DASHES -> "[-- " + value.label() + " [ARGUMENT...]]";
      case EVERYTHING -> "[" + value.label() + "...]";
    };
  }

  Count count() {
    return count;
  }

  /** How many words it needs. */
  int least() {
    return count == Count.REQUIRED ? 1 : 0;
  }

  /** How many words it takes. */
  int most() {
    return count == Count.OPTIONAL || count == Count.REQUIRED ? 1 : Integer.MAX_VALUE;
  }
}
