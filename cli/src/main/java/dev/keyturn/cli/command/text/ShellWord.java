package dev.keyturn.cli.command.text;

/** Words of every POSIX shell, for command lines that a person may copy. */
public final class ShellWord {

  private ShellWord() {}

  /** {@code text} as one word, in quotes where it needs them. */
  public static String of(String text) {
    return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : quoted(text);
  }

  /** {@code text} as one word in quotes, whatever is in it. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
