package dev.keyturn.cli.command.help;

/** Rows of a heading and a text that is wrapped beside it, or below it when the heading is long. */
final class Columns {

  /** For options: most of them fit, and much room is left for texts. */
  static final int NARROW = 24;

  /** For examples: their texts are short. */
  static final int WIDE = 48;

  private static final int PAGE = 80;
  private static final String MARGIN = "  ";

  private final StringBuilder text = new StringBuilder();
  private final int width;

  /** Whose headings are {@code width} characters wide. */
  Columns(int width) {
    this.width = width;
  }

  void row(String heading, String what) {
    text.append(MARGIN).append(heading);
    String indent = " ".repeat(MARGIN.length() + width + MARGIN.length());
    if (heading.length() > width) {
      text.append('\n').append(indent);
    } else {
      text.append(" ".repeat(width - heading.length())).append(MARGIN);
    }
    wrap(text, what, indent);
    text.append('\n');
  }

  /** Appends {@code what} to a line that has room left after {@code indent}. */
  static void wrap(StringBuilder text, String what, String indent) {
    int column = indent.length();
    for (String word : what.split(" ", -1)) {
      if (column > indent.length() && column + 1 + word.length() > PAGE) {
        text.append('\n').append(indent);
        column = indent.length();
      }
      boolean first = column == indent.length();
      text.append(first ? "" : " ").append(word);
      column += word.length() + (first ? 0 : 1);
    }
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
