package dev.keyturn.cli.command.text;

/**
 * How a word may be highlighted on a terminal. The word itself has the meaning; colour only adds
 * emphasis.
 */
public enum Style {
  /** No highlighting. */
  PLAIN(""),
  /** The title of a column. */
  TITLE("1"),
  /** As it should be. */
  GOOD("32"),
  /** Something to look after. */
  WARNING("33"),
  /** Not as it should be. */
  BAD("31"),
  /** Of little interest. */
  FAINT("2");

  private final String parameter;

  Style(String parameter) {
    this.parameter = parameter;
  }

  /** {@code text} in this style, by ECMA-48's "select graphic rendition". */
  public String of(String text) {
    return parameter.isEmpty() ? text : "\u001b[" + parameter + "m" + text + "\u001b[0m";
  }

  /** {@code text} without styles. */
  static String removed(String text) {
    return text.replaceAll("\u001b\\[[0-9]*m", "");
  }
}
