package dev.keyturn.cli.transcript;

import java.util.List;

/**
 * What a call of Keyturn did.
 *
 * @param exit its exit status
 * @param out standard output
 * @param err standard error
 * @param screen what was shown on the terminal, and for each line typed there an empty one marked
 *     {@link #TYPED}
 */
public record Outcome(int exit, String out, String err, List<String> screen) {

  /** Stands for a line that was typed. */
  public static final String TYPED = "tty<";

  /** Comes before what was shown. */
  public static final String SHOWN = "tty> ";
}
