package dev.keyturn.sandbox.s3.wire;

import dev.keyturn.sandbox.query.Xml;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that all listings share: prefix, delimiter, encoding and page.
 *
 * @see <a
 *     href="https://github.com/localstack/localstack/blob/main/tests/aws/services/s3/test_s3_list_operations.snapshot.json">
 *     LocalStack, answers recorded on AWS</a>
 * @see <a href="https://github.com/brekkylab/backlot/blob/main/backlot/routers/s3.py">Backlot,
 *     measurements of AWS, also for numbers</a>
 */
public final class ListQuery {
  private final Map<String, String> words;
  private final @Nullable String encoding;

  /**
   * The query of a listing.
   *
   * @throws dev.keyturn.sandbox.action.AwsError InvalidArgument for an unknown encoding
   */
  public ListQuery(Map<String, String> words) {
    this.words = words;
    this.encoding = words.get("encoding-type");
    if (encoding != null && !encoding.equalsIgnoreCase("url")) {
      throw S3Error.invalid(
          "Invalid Encoding Method specified in Request", "encoding-type", encoding);
    }
  }

  public boolean has(String word) {
    return words.containsKey(word);
  }

  public String text(String word) {
    return words.getOrDefault(word, "");
  }

  /**
   * A number of the query that is not below 0.
   *
   * @throws dev.keyturn.sandbox.action.AwsError InvalidArgument for anything else
   */
  public int number(String word, int otherwise) {
    return number(word, otherwise, 0, Integer.MAX_VALUE);
  }

  /**
   * A number of the query between two, both included.
   *
   * @throws dev.keyturn.sandbox.action.AwsError InvalidArgument for anything else
   */
  public int number(String word, int otherwise, int least, int most) {
    String text = text(word);
    int number = text.isEmpty() ? otherwise : parse(word, text);
    if (number >= least && number <= most) {
      return number;
    }
    // In this message only, S3 uses this other name.
    String name = word.equals("max-keys") ? "maxKeys" : word;
    throw S3Error.invalid(
        "Argument %s must be an integer between %d and %d".formatted(name, least, most),
        name,
        Integer.toString(number));
  }

  private static int parse(String word, String text) {
    try {
      if (text.matches("-?[0-9]+")) {
        return Integer.parseInt(text);
      }
    } catch (NumberFormatException e) {
      // Refused like a text that is not a number.
    }
    throw S3Error.invalid(
        "Provided " + word + " not an integer or within integer range", word, text);
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

  /**
   * The text, percent-encoded if the client asked for that: keys can have characters that XML
   * lacks.
   */
  public String encoded(String text) {
    return encoding != null
        ? URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/")
        : text;
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
    return encoding == null ? xml : xml.element("EncodingType", encoding);
  }

  public void commonPrefixes(Xml xml, Collection<String> prefixes) {
    for (String common : prefixes) {
      xml.open("CommonPrefixes").element("Prefix", encoded(common)).close("CommonPrefixes");
    }
  }
}
