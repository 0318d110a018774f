package dev.keyturn.domain.json;

/** A text is not JSON. The message may repeat names of members, but no values. */
public final class JsonSyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String rule;

  JsonSyntaxException(Position position, String rule) {
    super(rule);
    this.rule = rule;
    this.line = position.line();
    this.column = position.column();
  }

  /** What is wrong. */
  public String rule() {
    return rule;
  }

  /** Where the text stops being JSON. */
  public Position position() {
    return new Position(line, column);
  }
}
