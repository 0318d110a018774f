package dev.keyturn.cli.command.port;

import java.util.ArrayList;
import java.util.List;

/**
 * Standard streams that keep what is written to them.
 *
 * @param isTerminal whether they go to a terminal
 * @param results what was written to standard output, one element for each write
 * @param errors the lines of standard error
 */
public record RecordingOutput(boolean isTerminal, List<String> results, List<String> errors)
    implements Output {

  /** Nothing is written yet. */
  public RecordingOutput(boolean isTerminal) {
    this(isTerminal, new ArrayList<>(), new ArrayList<>());
  }

  @Override
  public void data(String text) {
    results.add(text);
  }

  @Override
  public boolean isClosed() {
    return false;
  }

  @Override
  public void error(String text) {
    errors.add(text);
  }
}
