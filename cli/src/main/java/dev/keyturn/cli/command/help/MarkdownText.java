package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.text.WrappedText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Markdown as text wrapped for a terminal, except code. Supports what the pages of {@code
 * docs/errors} use: headings, paragraphs, lists and code blocks.
 */
final class MarkdownText {

  private static final String MARGIN = "  ";
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(\\.\\./([^)]+)\\)");

  private final int columns;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder paragraph = new StringBuilder();
  private String margin = "";
  private boolean code;
  private boolean gap;

  private MarkdownText(int columns) {
    this.columns = columns;
  }

  /** In lines of at most {@code columns}. */
  static String of(String markdown, int columns) {
    MarkdownText text = new MarkdownText(columns);
    markdown.lines().forEach(text::add);
    text.endParagraph();
    return text.text.toString();
  }

  /** {@code markdown} on one line, without markup; links name the page. */
  static String plain(String markdown) {
    String text = LINK.matcher(markdown).replaceAll("$1 (docs/$2)");
    return text.replace('`', '\'').replace('\n', ' ');
  }

  private void add(String line) {
    if (line.startsWith("```")) {
      endParagraph();
      code = !code;
    } else if (code) {
      line(margin + MARGIN + line);
    } else if (line.isEmpty()) {
      endParagraph();
      gap = true;
    } else if (line.startsWith("#")) {
      heading(line);
    } else {
      continueParagraph(line);
    }
  }

  private void heading(String line) {
    if (line.startsWith("## ")) {
      line(line.substring(3) + ":");
      margin = MARGIN;
    } else {
      line(line.substring(2));
    }
  }

  private void continueParagraph(String line) {
    if (line.startsWith("- ")) {
      endParagraph();
    }
    paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
  }

  private void endParagraph() {
    if (paragraph.isEmpty()) {
      return;
    }
    boolean item = paragraph.charAt(0) == '-';
    String words = plain(paragraph.substring(item ? 2 : 0));
    String indent = margin + (item ? MARGIN : "");
    List<String> lines = WrappedText.lines(words, columns - indent.length());
    line(margin + (item ? "- " : "") + String.join("\n" + indent, lines));
    paragraph.setLength(0);
  }

  /** Empty lines are kept, except after a heading. */
  private void line(String line) {
    boolean afterHeading = text.length() > 1 && text.charAt(text.length() - 2) == ':';
    text.append(gap && !afterHeading ? "\n" : "").append(line).append('\n');
    gap = false;
  }
}
