package dev.keyturn.cli.command.line;

import org.jspecify.annotations.Nullable;

/** An option without a value. */
public final class Flag extends Option {

  Flag(String names, String text) {
    super(names, text);
  }

  @Override
  public @Nullable Value<?> value() {
    return null;
  }

  /** Whether it was given. */
  public boolean in(Arguments arguments) {
    return isIn(arguments);
  }
}
