package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.text.WrappedText;
import java.util.List;

/** Rows of a heading and a text that is wrapped beside it, or below it when the heading is long. */
final class Columns {

  /** For options: most headings fit, and much room is left for texts. */
  static final int NARROW = 24;

  /** For examples: their texts are short. */
  static final int WIDE = 48;

  private static final String MARGIN = "  ";

  private final StringBuilder text = new StringBuilder();
  private final int width;
  private final int page;

  /**
   * For a page of {@code page} columns, with headings {@code width} characters wide, or a third of
   * a narrow page.
   */
  Columns(int width, int page) {
    this.width = Math.min(width, page / 3);
    this.page = page;
  }

  void row(String heading, String what) {
    text.append(MARGIN).append(heading);
    String indent = " ".repeat(MARGIN.length() + width + MARGIN.length());
    if (heading.length() > width) {
      text.append('\n').append(indent);
    } else {
      text.append(" ".repeat(width - heading.length())).append(MARGIN);
    }
    List<String> lines = WrappedText.lines(what, page - indent.length());
    text.append(String.join("\n" + indent, lines));
    text.append('\n');
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
