package dev.keyturn.sandbox.s3.wire;

import dev.keyturn.sandbox.query.Xml;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/** What every listing can be asked: below a prefix, up to a delimiter, percent-encoded, a page. */
public final class ListQuery {
  private final Map<String, String> words;
  private final boolean encodes;

  /**
   * The query of a listing.
   *
   * @throws dev.keyturn.sandbox.action.AwsError InvalidArgument for an unknown encoding
   */
  public ListQuery(Map<String, String> words) {
    this.words = words;
    String encoding = words.get("encoding-type");
    if (encoding != null && !encoding.equals("url")) {
      throw S3Error.invalid("Invalid Encoding Method specified in Request");
    }
    this.encodes = encoding != null;
  }

  public String text(String word) {
    return words.getOrDefault(word, "");
  }

  /**
   * A number of the query.
   *
   * @throws dev.keyturn.sandbox.action.AwsError InvalidArgument for anything else
   */
  public int number(String word, int otherwise) {
    String text = words.getOrDefault(word, "");
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw S3Error.invalid("Provided " + word + " not an integer or within integer range");
    }
    return Integer.parseInt(text);
  }

  public String prefix() {
    return text("prefix");
  }

  /** The part of the key up to the delimiter after the prefix; empty when it has none. */
  public String commonPrefix(String key) {
    String delimiter = text("delimiter");
    if (delimiter.isEmpty() || !key.startsWith(prefix())) {
      return "";
    }
    int end = key.indexOf(delimiter, prefix().length());
    return end < 0 ? "" : key.substring(0, end + delimiter.length());
  }

  /** Text as the client wants it: keys may have characters that XML has not. */
  public String encoded(String text) {
    return encodes ? URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/") : text;
  }

  /** Writes what was asked for. */
  public Xml describe(Xml xml) {
    xml.element("Prefix", encoded(prefix()));
    if (!text("delimiter").isEmpty()) {
      xml.element("Delimiter", encoded(text("delimiter")));
    }
    return describeEncoding(xml);
  }

  /** Writes that texts are encoded, where they are. */
  public Xml describeEncoding(Xml xml) {
    return encodes ? xml.element("EncodingType", "url") : xml;
  }

  public void commonPrefixes(Xml xml, Collection<String> prefixes) {
    for (String common : prefixes) {
      xml.open("CommonPrefixes").element("Prefix", encoded(common)).close("CommonPrefixes");
    }
  }
}
