package dev.keyturn.adapter.aws.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the elements and texts of an XML document from beginning to end. Java's own reader takes
 * longer to start than a call to AWS. Attributes, comments and processing instructions are checked
 * and skipped; so is a document type, whose entities stay undefined.
 *
 * @see <a href="https://www.w3.org/TR/xml/">XML 1.0</a>
 */
public final class XmlReader {

  /** What comes next. */
  public enum Event {
    /** An element begins. */
    OPEN,
    /** Text between two pieces of markup. */
    TEXT,
    /** An element ends. */
    CLOSE,
    /** The document ends. */
    END
  }

  /** The text is not a well-formed XML document. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(int at) {
      super("not XML at character " + at, null, false, false);
    }
  }

  /**
   * AWS's answers nest a dozen levels; a hostile answer must not make a reader descend thousands.
   */
  private static final int DEEPEST = 100;

  private final String document;
  private final Deque<String> open = new ArrayDeque<>();
  private int at;
  private boolean begun;
  private boolean empty;
  private String name = "";
  private String text = "";

  /** Of all of {@code document}. */
  public XmlReader(String document) {
    this.document = document;
  }

  /** The local name of the element that begins or ends. */
  public String name() {
    return name.substring(name.indexOf(':') + 1);
  }

  /** The text. */
  public String text() {
    return text;
  }

  /**
   * Reads on.
   *
   * @throws Malformed if the document is not well-formed, or its elements are nested more than a
   *     hundred levels deep
   */
  public Event next() throws Malformed {
    if (empty) {
      return close(open.element());
    }
    while (at < document.length()) {
      if (open.isEmpty()) {
        skipBlanks();
      } else if (document.charAt(at) != '<' || is("<![CDATA[")) {
        return text(new StringBuilder());
      }
      if (at < document.length() && !skipsWhatSaysNothing()) {
        return take("</") ? close(closedName()) : open();
      }
    }
    require(begun && open.isEmpty());
    return Event.END;
  }

  private Event open() throws Malformed {
    require(take("<") && (!begun || !open.isEmpty()));
    begun = true;
    name = readName();
    require(open.size() < DEEPEST);
    open.push(name);
    Set<String> attributes = new HashSet<>();
    while (true) {
      boolean apart = skipBlanks();
      if (take("/>")) {
        empty = true;
        return Event.OPEN;
      }
      if (take(">")) {
        return Event.OPEN;
      }
      require(apart && attributes.add(readName()));
      skipBlanks();
      require(take("="));
      skipBlanks();
      skipValue();
    }
  }

  private Event close(String closed) throws Malformed {
    empty = false;
    name = closed;
    require(!open.isEmpty() && open.pop().equals(closed));
    return Event.CLOSE;
  }

  private String closedName() throws Malformed {
    String closed = readName();
    skipBlanks();
    require(take(">"));
    return closed;
  }

  private Event text(StringBuilder all) throws Malformed {
    while (at < document.length()) {
      if (take("<![CDATA[")) {
        int end = document.indexOf("]]>", at);
        require(end >= 0);
        while (at < end) {
          character(all);
        }
        at = end + "]]>".length();
      } else if (document.charAt(at) == '<') {
        break;
      } else if (take("&")) {
        reference(all);
      } else {
        require(!is("]]>"));
        character(all);
      }
    }
    text = all.toString();
    return Event.TEXT;
  }

  /** A comment, a processing instruction, or a document type before the first element. */
  private boolean skipsWhatSaysNothing() throws Malformed {
    int begin = at;
    if (take("<!--")) {
      skipUntil("--");
      require(take(">"));
    } else if (take("<?")) {
      String target = readName();
      require(begin == 0 || !target.equalsIgnoreCase("xml"));
      require(is("?>") || skipBlanks());
      skipUntil("?>");
    } else if (!begun && take("<!DOCTYPE")) {
      skipDocumentType();
    } else {
      return false;
    }
    return true;
  }

  private void skipDocumentType() throws Malformed {
    int depth = 1;
    while (depth > 0) {
      require(at < document.length());
      char next = document.charAt(at++);
      switch (next) {
        case '<', '[' -> depth++;
        case '>', ']' -> depth--;
        case '"', '\'' -> {
          int end = document.indexOf(next, at);
          require(end >= 0);
          at = end + 1;
        }
        default -> {
          // What it declares is not used.
        }
      }
    }
  }

  private void skipUntil(String end) throws Malformed {
    int found = document.indexOf(end, at);
    require(found >= 0);
    StringBuilder passed = new StringBuilder();
    while (at < found) {
      character(passed);
    }
    at = found + end.length();
  }

  private void skipValue() throws Malformed {
    require(at < document.length());
    char quote = document.charAt(at++);
    require(quote == '"' || quote == '\'');
    StringBuilder value = new StringBuilder();
    while (at < document.length() && document.charAt(at) != quote) {
      require(document.charAt(at) != '<');
      if (take("&")) {
        reference(value);
      } else {
        character(value);
      }
    }
    require(at++ < document.length());
  }

  /** One character of the document; every line ending is read as a line feed. */
  private void character(StringBuilder all) throws Malformed {
    if (take("\r\n") || take("\r")) {
      all.append('\n');
      return;
    }
    int code = document.codePointAt(at);
    require(XmlCharacters.isAllowed(code));
    all.appendCodePoint(code);
    at += Character.charCount(code);
  }

  private void reference(StringBuilder all) throws Malformed {
    int end = document.indexOf(';', at);
    require(end >= 0);
    String meant = document.substring(at, end);
    at = end + 1;
    switch (meant) {
      case "lt" -> all.append('<');
      case "gt" -> all.append('>');
      case "amp" -> all.append('&');
      case "quot" -> all.append('"');
      case "apos" -> all.append('\'');
      default -> {
        int code = XmlCharacters.referred(meant);
        require(XmlCharacters.isAllowed(code));
        all.appendCodePoint(code);
      }
    }
  }

  private String readName() throws Malformed {
    int begin = at;
    while (at < document.length() && XmlCharacters.isOfName(document.charAt(at), at == begin)) {
      at++;
    }
    require(at > begin);
    return document.substring(begin, at);
  }

  private boolean skipBlanks() {
    int begin = at;
    while (at < document.length() && " \t\r\n".indexOf(document.charAt(at)) >= 0) {
      at++;
    }
    return at > begin;
  }

  private boolean is(String next) {
    return document.startsWith(next, at);
  }

  private boolean take(String next) {
    boolean taken = is(next);
    at += taken ? next.length() : 0;
    return taken;
  }

  private void require(boolean wellFormed) throws Malformed {
    if (!wellFormed) {
      throw new Malformed(at);
    }
  }
}
