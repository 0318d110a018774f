package dev.keyturn.domain.text;

/** Command lines for POSIX shells, which a person may copy as they are. */
public final class ShellCommand {

  /**
   * The end of a hint that means the command that failed, whose words only the program that it was
   * typed to knows.
   */
  public static final String AGAIN = "run the same command again";

  /**
   * In a hint that means the command that failed with one more option, what is before that option's
   * name and value, which end the hint.
   */
  public static final String ADD = "add --";

  /** Between that option's value and the name of another option, which it replaces. */
  public static final String INSTEAD = " instead of --";

  private static final String PLAIN = "_@%+=:,./-";

  private ShellCommand() {}

  /** The command of these words, each in quotes where it needs them. */
  public static String of(String... words) {
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      line.append(line.isEmpty() ? "" : " ").append(isPlain(word) ? word : quoted(word));
    }
    return line.toString();
  }

  /** {@code text} as one word in quotes, whatever is in it. */
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
