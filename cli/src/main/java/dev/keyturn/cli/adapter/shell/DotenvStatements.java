package dev.keyturn.cli.adapter.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a {@code .env} file into statements, as python-dotenv does; Node and dotenv differ in what
 * escapes mean, not in where a statement ends.
 *
 * <pre>
 * file      = { statement }
 * statement = blanks [ comment | binding ] end
 * binding   = [ "export" blank blanks ] name blanks [ "=" blanks value { any but an end } ]
 * name      = any but "=", "#", blanks, ends
 * value     = "'" { "\'" | any but "'" } "'"           may go over several lines, as may the
 *           | '"' { '\"' | any but '"' } '"'           next two; a quote that is never closed
 *           | "`" { any but "`" } "`"                  is part of the last form
 *           | { any } up to the end or a blank and "#"
 * comment   = "#" { any but an end }
 * end       = CR LF | LF | CR | the end of the file
 * </pre>
 */
final class DotenvStatements {

  /**
   * A piece of the file.
   *
   * @param start where it begins
   * @param end where the next one begins
   * @param name the variable it binds; empty for blank lines and comments
   * @param nameEnd where its name ends
   * @param valueStart where its value begins; -1 when it has none
   * @param valueEnd where its value ends
   */
  record Statement(int start, int end, String name, int nameEnd, int valueStart, int valueEnd) {}

  private final String text;
  private int position;

  private DotenvStatements(String text) {
    this.text = text;
  }

  static List<Statement> of(String text) {
    DotenvStatements scanner = new DotenvStatements(text);
    List<Statement> statements = new ArrayList<>();
    while (scanner.position < text.length()) {
      statements.add(scanner.statement());
    }
    return statements;
  }

  private Statement statement() {
    int start = position;
    skipBlanks();
    skipExport();
    int nameStart = position;
    while (!atEnd() && !isBlank(position) && "=#".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    String name = text.substring(nameStart, position);
    int nameEnd = position;
    skipBlanks();
    int valueStart = -1;
    int valueEnd = nameEnd;
    if (!name.isEmpty() && !atEnd() && text.charAt(position) == '=') {
      position++;
      skipBlanks();
      valueStart = position;
      valueEnd = valueEnd();
      position = valueEnd;
    }
    skipLine();
    return new Statement(start, position, name, nameEnd, valueStart, valueEnd);
  }

  private void skipExport() {
    String word = "export";
    int after = position + word.length();
    if (text.startsWith(word, position) && after < text.length() && isBlank(after)) {
      position = after;
      skipBlanks();
    }
  }

  private int valueEnd() {
    if (!atEnd() && "'\"`".indexOf(text.charAt(position)) >= 0) {
      int quote = closingQuote(text.charAt(position));
      if (quote >= 0) {
        return quote + 1;
      }
    }
    int end = position;
    for (int i = position; i < text.length() && !isLineEnd(i); i++) {
      if (text.charAt(i) == '#' && i > position && isBlank(i - 1)) {
        return end;
      }
      end = isBlank(i) ? end : i + 1;
    }
    return end;
  }

  private int closingQuote(char quote) {
    for (int i = position + 1; i < text.length(); i++) {
      if (text.charAt(i) == quote) {
        return i;
      }
      boolean escape = text.charAt(i) == '\\' && quote != '`' && i + 1 < text.length();
      if (escape && text.charAt(i + 1) == quote) {
        i++;
      }
    }
    return -1;
  }

  private void skipBlanks() {
    while (position < text.length() && isBlank(position)) {
      position++;
    }
  }

  private void skipLine() {
    while (!atEnd()) {
      position++;
    }
    if (text.startsWith("\r\n", position)) {
      position += 2;
    } else if (position < text.length()) {
      position++;
    }
  }

  private boolean atEnd() {
    return position >= text.length() || isLineEnd(position);
  }

  private boolean isLineEnd(int at) {
    return text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private boolean isBlank(int at) {
    return text.charAt(at) == ' ' || text.charAt(at) == '\t';
  }
}
