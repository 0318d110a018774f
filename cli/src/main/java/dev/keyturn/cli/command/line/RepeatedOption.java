package dev.keyturn.cli.command.line;

import java.util.List;

/**
 * An option with a value that may be given more than once.
 *
 * @param <T> the type of a parsed value
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
  @SuppressWarnings("unchecked") // the arguments contain values parsed by this option
  public List<T> in(Arguments arguments) {
    return (List<T>) arguments.values(this);
  }
}
