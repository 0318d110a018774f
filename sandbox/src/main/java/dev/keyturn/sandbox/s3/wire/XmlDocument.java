package dev.keyturn.sandbox.s3.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an XML document in UTF-8 without a document type, so that nobody can define entities. The
 * names in S3's documents are ASCII; others are refused. Java's own reader would be an eighth of
 * the sandbox's download.
 *
 * <pre>
 * document  = [declaration] misc element misc
 * misc      = { blank | comment | instruction }
 * element   = "&lt;" name { blanks attribute } [blanks] ( "/&gt;" | "&gt;" content "&lt;/" name [blanks] "&gt;" )
 * attribute = name [blanks] "=" [blanks] ( "'" value "'" | '"' value '"' )
 * content   = { element | comment | instruction | "&lt;![CDATA[" text "]]&gt;" | reference | character }
 * reference = "&amp;" ( "lt" | "gt" | "amp" | "quot" | "apos" | "#" digits | "#x" hexadecimals ) ";"
 * </pre>
 *
 * @see <a href="https://www.w3.org/TR/xml/">XML 1.0</a>
 */
final class XmlDocument {

  private static final int MOST_DEPTH = 20;

  private static final Pattern DECLARATION =
      Pattern.compile(
          """
          <\\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*("1\\.0"|'1\\.0')\
          ([ \t\n]+encoding[ \t\n]*=[ \t\n]*("(?i:utf-8)"|'(?i:utf-8)'))?\
          ([ \t\n]+standalone[ \t\n]*=[ \t\n]*("(yes|no)"|'(yes|no)'))?[ \t\n]*\\?>\
          """);
  private static final Pattern BLANKS = Pattern.compile("[ \t\n]+");
  private static final Pattern NAME =
      Pattern.compile("(?:([A-Za-z_][A-Za-z0-9._-]*):)?([A-Za-z_][A-Za-z0-9._-]*)");
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:(lt|gt|amp|quot|apos)|#0*([0-9]{1,7})|#x0*([0-9A-Fa-f]{1,6}));");

  private final String document;
  private final Matcher matcher;

  /** The texts of all elements so far; that of an element is what was added while it was read. */
  private final StringBuilder text = new StringBuilder();

  private int at;

  private XmlDocument(String document) {
    this.document = document;
    this.matcher = NAME.matcher(document);
  }

  /**
   * The root element of a document.
   *
   * @throws dev.keyturn.sandbox.action.AwsError MalformedXML for anything else
   */
  static XmlBody parse(byte[] bytes) {
    XmlDocument reader = new XmlDocument(decode(bytes));
    require(reader.document.codePoints().allMatch(XmlDocument::isAllowed));
    reader.take("\uFEFF");
    reader.take(DECLARATION);
    reader.skipMisc();
    XmlBody root = reader.element(1, Set.of("xml"));
    reader.skipMisc();
    require(reader.at == reader.document.length());
    return root;
  }

  /** Every line ending is read as a line feed. */
  private static String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.replace("\r\n", "\n").replace('\r', '\n');
    } catch (CharacterCodingException e) {
      throw S3Error.malformedXml();
    }
  }

  private void skipMisc() {
    while (take(BLANKS) || skipsComment() || skipsInstruction()) {
      // They say nothing.
    }
  }

  private boolean skipsComment() {
    if (!take("<!--")) {
      return false;
    }
    skipUntil("--");
    require(take(">"));
    return true;
  }

  private boolean skipsInstruction() {
    if (!take("<?")) {
      return false;
    }
    require(take(NAME) && !matcher.group().equalsIgnoreCase("xml"));
    require(is("?>") || take(BLANKS));
    skipUntil("?>");
    return true;
  }

  private XmlBody element(int depth, Set<String> outerPrefixes) {
    require(depth <= MOST_DEPTH && take("<") && take(NAME));
    String name = matcher.group();
    String localName = matcher.group(2);
    Set<String> prefixes = attributes(outerPrefixes);
    require(isDeclared(name, prefixes));
    List<XmlBody> children = new ArrayList<>();
    int begin = text.length();
    if (!take("/>")) {
      require(take(">"));
      while (!take("</")) {
        content(depth, prefixes, children);
      }
      require(take(name));
      take(BLANKS);
      require(take(">"));
    }
    return new XmlBody(localName, children, text.substring(begin));
  }

  /** Reads the attributes, and answers the prefixes that have a meaning within the element. */
  private Set<String> attributes(Set<String> outerPrefixes) {
    Set<String> prefixes = new HashSet<>(outerPrefixes);
    Set<String> names = new HashSet<>();
    while (take(BLANKS) && take(NAME)) {
      String name = matcher.group();
      require(names.add(name));
      boolean declares = "xmlns".equals(matcher.group(1));
      if (declares) {
        prefixes.add(matcher.group(2));
      }
      take(BLANKS);
      require(take("="));
      take(BLANKS);
      require(!value().isEmpty() || !declares);
    }
    require(names.stream().allMatch(it -> it.startsWith("xmlns:") || isDeclared(it, prefixes)));
    return prefixes;
  }

  private static boolean isDeclared(String name, Set<String> prefixes) {
    int colon = name.indexOf(':');
    return colon < 0 || prefixes.contains(name.substring(0, colon));
  }

  private String value() {
    String quote = is("'") ? "'" : "\"";
    require(take(quote));
    int begin = text.length();
    while (!take(quote)) {
      require(!is("<"));
      character();
    }
    String value = text.substring(begin);
    text.setLength(begin);
    return value;
  }

  private void content(int depth, Set<String> prefixes, List<XmlBody> children) {
    if (take("<![CDATA[")) {
      int begin = at;
      skipUntil("]]>");
      text.append(document, begin, at - "]]>".length());
    } else if (!skipsComment() && !skipsInstruction()) {
      if (is("<")) {
        children.add(element(depth + 1, prefixes));
      } else {
        require(!is("]]>"));
        character();
      }
    }
  }

  /** Adds a character, or the one that a reference means, to the text. */
  private void character() {
    require(at < document.length());
    if (!is("&")) {
      text.append(document.charAt(at++));
      return;
    }
    require(take(REFERENCE));
    if (matcher.group(1) == null) {
      boolean hexadecimal = matcher.group(2) == null;
      int code = Integer.parseInt(matcher.group(hexadecimal ? 3 : 2), hexadecimal ? 16 : 10);
      require(isAllowed(code));
      text.appendCodePoint(code);
    } else {
      text.append(
          switch (matcher.group(1)) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            default -> '\'';
          });
    }
  }

  private static boolean isAllowed(int code) {
    return code == '\t'
        || code == '\n'
        || code == '\r'
        || (code >= ' ' && code < Character.MIN_SURROGATE)
        || (code > Character.MAX_SURROGATE && code < 0xfffe)
        || (code > 0xffff && code <= Character.MAX_CODE_POINT);
  }

  private void skipUntil(String end) {
    int found = document.indexOf(end, at);
    require(found >= 0);
    at = found + end.length();
  }

  private boolean is(String next) {
    return document.startsWith(next, at);
  }

  private boolean take(String next) {
    boolean taken = is(next);
    at += taken ? next.length() : 0;
    return taken;
  }

  private boolean take(Pattern next) {
    boolean taken = matcher.usePattern(next).region(at, document.length()).lookingAt();
    at = taken ? matcher.end() : at;
    return taken;
  }

  private static void require(boolean isWellFormed) {
    if (!isWellFormed) {
      throw S3Error.malformedXml();
    }
  }
}
