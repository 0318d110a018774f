package dev.keyturn.cli.command.line;

import java.util.List;
import java.util.Optional;

/**
 * An option with a value.
 *
 * @param <T> the type of the parsed value
 */
public final class ValueOption<T> extends Option {

  private final Value<T> value;

  /** Called {@code names}, as in {@code "-d, --duration"}. */
  public ValueOption(String names, Value<T> value, String text) {
    super(names, text);
    this.value = value;
  }

  @Override
  public Value<T> value() {
    return value;
  }

  /** The value, if one was given. */
  @SuppressWarnings("unchecked") // the arguments contain values parsed by this option
  public Optional<T> in(Arguments arguments) {
    List<?> values = arguments.values(this);
    return values.isEmpty() ? Optional.empty() : Optional.of((T) values.get(0));
  }

  /** The value, or {@code otherwise} when none was given. */
  public T in(Arguments arguments, T otherwise) {
    return in(arguments).orElse(otherwise);
  }
}
