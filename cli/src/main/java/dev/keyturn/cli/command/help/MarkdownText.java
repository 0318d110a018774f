package dev.keyturn.cli.command.help;

import java.util.regex.Pattern;

/**
 * Markdown as text that fits a terminal of 80 columns, but for code. Knows what the pages of {@code
 * docs/errors} use: headings, paragraphs, lists and blocks of code.
 */
final class MarkdownText {

  private static final String MARGIN = "  ";
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(\\.\\./([^)]+)\\)");

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder paragraph = new StringBuilder();
  private String margin = "";
  private boolean code;
  private boolean gap;

  private MarkdownText() {}

  static String of(String markdown) {
    MarkdownText text = new MarkdownText();
    markdown.lines().forEach(text::add);
    text.endParagraph();
    return text.text.toString();
  }

  /** {@code markdown} on one line, without its marks; links name the page. */
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
    StringBuilder wrapped = new StringBuilder(margin).append(item ? "- " : "");
    String words = plain(paragraph.substring(item ? 2 : 0));
    Columns.wrap(wrapped, words, margin + (item ? MARGIN : ""));
    line(wrapped.toString());
    paragraph.setLength(0);
  }

  /** Empty lines stay, except after a heading. */
  private void line(String line) {
    boolean afterHeading = text.length() > 1 && text.charAt(text.length() - 2) == ':';
    text.append(gap && !afterHeading ? "\n" : "").append(line).append('\n');
    gap = false;
  }
}
