package dev.keyturn.domain.text;

/** Command lines for POSIX shells, ready to be pasted. */
public final class ShellCommand {

  /**
   * The end of a hint that stands for the failed command, whose words only the called program
   * knows.
   */
  public static final String AGAIN = "run the same command again";

  /**
   * The prefix of a hint that stands for the failed command with one more option, whose name and
   * value follow.
   */
  public static final String ADD = "add --";

  /** Between that option's value and the name of another option, which it replaces. */
  public static final String INSTEAD = " instead of --";

  /** Between that option's value and the line for commands that do not have the option. */
  public static final String ELSE = ", else ";

  private static final String PLAIN = "_@%+=:,./-";

  private ShellCommand() {}

  /** The command with these words, each quoted if necessary. */
  public static String of(String... words) {
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      line.append(line.isEmpty() ? "" : " ").append(isPlain(word) ? word : quoted(word));
    }
    return line.toString();
  }

  /** {@code text} as one quoted word, with any characters. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && PLAIN.indexOf(c) < 0) {
        return false;
      }
    }
    return !word.isEmpty();
  }
}
