package dev.keyturn.cli.command.port;

import java.util.List;
import java.util.Map;

/** Keyturn itself, as a command typed in another environment. */
@FunctionalInterface
public interface Keyturn {

  /** Runs a command line in an environment; returns its exit status. */
  int run(Map<String, String> environment, List<String> words);
}
