package dev.keyturn.cli.adapter.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads statements {@code $Env:NAME = expression} as PowerShell does, and fails on anything else.
 *
 * <pre>
 * single-quote      = ' | U+2018 | U+2019 | U+201A | U+201B
 * verbatim-string   = single-quote { single-quote single-quote | any other } single-quote
 * cast-expression   = "[char]0x" hex-digits
 * additive          = primary { "+" primary }
 * </pre>
 *
 * <p>PowerShell language specification 3.0, 2.3.5.2.2 and appendix B.1.1: of two quotes the second
 * one is the character.
 */
final class PowerShellReader {

  /** An assignment; the value is empty for {@code $null}, which removes the variable. */
  record Assignment(String name, String value) {}

  private static final String QUOTES = "'\u2018\u2019\u201a\u201b";

  private final String line;
  private int position;

  private PowerShellReader(String line) {
    this.line = line;
  }

  static List<Assignment> read(String text) {
    List<Assignment> assignments = new ArrayList<>();
    for (String line : text.split("\n", 0)) {
      assignments.add(new PowerShellReader(line).assignment());
    }
    return assignments;
  }

  private Assignment assignment() {
    expect("$Env:");
    int start = position;
    while (Character.isLetterOrDigit(line.charAt(position)) || line.charAt(position) == '_') {
      position++;
    }
    String name = line.substring(start, position);
    expect(" = ");
    if (line.startsWith("$null", position)) {
      expect("$null");
      end();
      return new Assignment(name, "");
    }
    StringBuilder value = new StringBuilder(primary());
    while (line.startsWith(" + ", position)) {
      expect(" + ");
      value.append(primary());
    }
    end();
    return new Assignment(name, value.toString());
  }

  private String primary() {
    if (line.startsWith("[char]0x", position)) {
      expect("[char]0x");
      int start = position;
      while (position < line.length() && Character.digit(line.charAt(position), 16) >= 0) {
        position++;
      }
      return Character.toString(Integer.parseInt(line.substring(start, position), 16));
    }
    return verbatim();
  }

  private String verbatim() {
    if (!isQuote(position)) {
      throw new AssertionError("no string at " + position + " of " + line);
    }
    position++;
    StringBuilder value = new StringBuilder();
    while (!isQuote(position) || isQuote(position + 1)) {
      if (isQuote(position)) {
        position++;
      }
      value.append(line.charAt(position));
      position++;
    }
    position++;
    return value.toString();
  }

  private boolean isQuote(int at) {
    return at < line.length() && QUOTES.indexOf(line.charAt(at)) >= 0;
  }

  private void expect(String text) {
    if (!line.startsWith(text, position)) {
      throw new AssertionError("'" + text + "' expected at " + position + " of " + line);
    }
    position += text.length();
  }

  private void end() {
    if (position != line.length()) {
      throw new AssertionError("more than an assignment: " + line);
    }
  }
}
