package dev.keyturn.cli.command.line;

import java.util.List;

/**
 * An option with a value that may be given more than once.
 *
 * @param <T> what a value is to the program
 */
public final class RepeatedOption<T> extends Option {

  private final Value<T> value;

  /** Called {@code names}, as in {@code "-p, --profile"}. */
  public RepeatedOption(String names, Value<T> value, String text) {
    super(names, text);
    this.value = value;
  }

  @Override
  public Value<T> value() {
    return value;
  }

  /** The values in the order in which they were given. */
  @SuppressWarnings("unchecked") // the arguments hold what this option's own value parsed
  public List<T> in(Arguments arguments) {
    return (List<T>) arguments.values(this);
  }
}
