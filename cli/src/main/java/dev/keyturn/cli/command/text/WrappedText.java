package dev.keyturn.cli.command.text;

import java.util.ArrayList;
import java.util.List;

/** Text in lines that fit. */
public final class WrappedText {

  private WrappedText() {}

  /**
   * {@code text} in lines of at most {@code columns}, broken at blanks. A word that is wider, such
   * as a path or an ARN, has a line of its own and is not cut.
   */
  public static List<String> lines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int width = 0;
    for (String word : text.split(" ", -1)) {
      int more = DisplayWidth.of(word);
      if (!line.isEmpty() && width + 1 + more > columns) {
        lines.add(line.toString());
        line.setLength(0);
        width = 0;
      }
      width += line.isEmpty() ? more : 1 + more;
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
