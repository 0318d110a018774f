package dev.keyturn.sandbox.statefile;

/**
 * Finds the line on which a place of a JSON text begins. The text is known to be JSON: what is read
 * here needs no check.
 *
 * <pre>
 * place = [ name ] *( "." name / "[" index "]" )
 * </pre>
 */
final class Lines {
  private final String text;
  private final String wanted;
  private int position;
  private int line = 1;
  private int found = 1;

  private Lines(String text, String wanted) {
    this.text = text;
    this.wanted = wanted;
  }

  /** The line of the place, counted from 1. */
  static int of(String text, String place) {
    Lines lines = new Lines(text, place);
    lines.value("");
    return lines.found;
  }

  private void value(String place) {
    skipBlanks();
    if (place.equals(wanted)) {
      found = line;
    }
    switch (text.charAt(position)) {
      case '{' -> object(place);
      case '[' -> array(place);
      case '"' -> string();
      default -> literal();
    }
  }

  private void object(String place) {
    position++;
    skipBlanks();
    while (text.charAt(position) != '}') {
      String name = string();
      skipBlanks();
      position++;
      value(place.isEmpty() ? name : place + "." + name);
      skipSeparator();
    }
    position++;
  }

  private void array(String place) {
    position++;
    skipBlanks();
    for (int index = 0; text.charAt(position) != ']'; index++) {
      value(place + "[" + index + "]");
      skipSeparator();
    }
    position++;
  }

  /** The characters between the quotes as they stand; no name of a state needs an escape. */
  private String string() {
    int start = ++position;
    while (text.charAt(position) != '"') {
      position += text.charAt(position) == '\\' ? 2 : 1;
    }
    return text.substring(start, position++);
  }

  private void literal() {
    while (position < text.length() && ",]} \t\r\n".indexOf(text.charAt(position)) < 0) {
      position++;
    }
  }

  private void skipSeparator() {
    skipBlanks();
    if (text.charAt(position) == ',') {
      position++;
      skipBlanks();
    }
  }

  private void skipBlanks() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      line += text.charAt(position) == '\n' ? 1 : 0;
      position++;
    }
  }
}
