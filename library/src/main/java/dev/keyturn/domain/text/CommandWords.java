package dev.keyturn.domain.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line of the AWS files into words as botocore does, by the rules of Python's
 * {@code shlex} in POSIX mode, without a shell.
 *
 * <pre>
 * line   = blank* [ word ( blank+ word )* ] blank*
 * word   = ( plain | "\" any | "'" not-quote* "'" | '"' ( "\" ( '"' | "\" ) | not-quote )* '"' )+
 * </pre>
 *
 * On Windows a backslash is an ordinary character: paths are full of them.
 */
public final class CommandWords {

  private final String line;
  private final boolean backslashes;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean open;

  private CommandWords(String line, boolean windows) {
    this.line = line;
    this.backslashes = !windows;
  }

  /**
   * The words of {@code line}.
   *
   * @throws IllegalArgumentException when a quote is not closed or a backslash ends the line
   */
  public static List<String> split(String line, boolean windows) {
    return new CommandWords(line, windows).words();
  }

  private List<String> words() {
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (Character.isWhitespace(c)) {
        close();
        at++;
      } else if (c == '\'' || c == '"') {
        at = quoted(at + 1, c);
      } else if (c == '\\' && backslashes) {
        append(at + 1);
        at += 2;
      } else {
        append(at);
        at++;
      }
    }
    close();
    return words;
  }

  private int quoted(int start, char quote) {
    open = true;
    int at = start;
    while (at < line.length() && line.charAt(at) != quote) {
      boolean escape = quote == '"' && backslashes && line.charAt(at) == '\\';
      boolean escaped =
          escape && at + 1 < line.length() && "\"\\".indexOf(line.charAt(at + 1)) >= 0;
      at += escaped ? 1 : 0;
      append(at);
      at++;
    }
    if (at == line.length()) {
      throw new IllegalArgumentException("a quote is not closed");
    }
    return at + 1;
  }

  private void append(int at) {
    if (at >= line.length()) {
      throw new IllegalArgumentException("a backslash ends the line");
    }
    open = true;
    word.append(line.charAt(at));
  }

  private void close() {
    if (open) {
      words.add(word.toString());
      word.setLength(0);
      open = false;
    }
  }
}
