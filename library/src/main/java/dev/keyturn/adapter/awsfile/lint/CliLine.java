package dev.keyturn.adapter.awsfile.lint;

/**
 * What the Python tools make of one line.
 *
 * @param kind what the line is to them
 * @param key the key of an option, in lower case; else empty
 * @param value the value of an option, the text of a header or of a continuation; else empty
 */
record CliLine(Kind kind, String key, String value) {

  /** What a line is. */
  enum Kind {
    /** A blank line or a comment. */
    NOTHING,
    /** A blank line that may become part of the value above. */
    BLANK_IN_VALUE,
    /** More of the value above. */
    CONTINUATION,
    /** A section begins. */
    HEADER,
    /** A key with its value. */
    OPTION,
    /** A line that makes the whole file unreadable. */
    BROKEN
  }

  static final CliLine NOTHING = new CliLine(Kind.NOTHING, "", "");
  static final CliLine BLANK_IN_VALUE = new CliLine(Kind.BLANK_IN_VALUE, "", "");
  static final CliLine BROKEN = new CliLine(Kind.BROKEN, "", "");

  boolean is(Kind other) {
    return kind == other;
  }
}
