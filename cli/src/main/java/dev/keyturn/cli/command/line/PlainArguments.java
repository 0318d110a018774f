package dev.keyturn.cli.command.line;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words without an option among them, which take no parser.
 *
 * @param positionals the words
 */
public record PlainArguments(List<String> positionals) implements Arguments {

  @Override
  public boolean has(String option) {
    return false;
  }

  @Override
  public <T extends @Nullable Object> T value(String option, T otherwise) {
    return otherwise;
  }

  @Override
  public List<String> afterDashes() {
    return List.of();
  }

  /** Without the words, one of which may be a secret that {@code config set} is given. */
  @Override
  public String toString() {
    return "PlainArguments[" + positionals.size() + "]";
  }
}
