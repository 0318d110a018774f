package dev.keyturn.sandbox.query;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.clock.Timestamps;
import java.time.Instant;

/** Writes elements, and escapes what is in them. */
public final class Xml {
  private final StringBuilder text = new StringBuilder(512);

  /** The error of the Query protocol. */
  public static String error(String namespace, AwsError error, String requestId) {
    Xml xml = new Xml();
    return (namespace.isEmpty() ? xml.open("ErrorResponse") : xml.open("ErrorResponse", namespace))
        .open("Error")
        .element("Type", error.status() < 500 ? "Sender" : "Receiver")
        .element("Code", error.code())
        .element("Message", error.text())
        .close("Error")
        .element("RequestId", requestId)
        .close("ErrorResponse")
        .toString();
  }

  /** Begins with an XML declaration, as S3 does. */
  public static Xml document() {
    Xml xml = new Xml();
    xml.text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    return xml;
  }

  public Xml open(String element) {
    text.append('<').append(element).append('>');
    return this;
  }

  public Xml open(String element, String namespace) {
    text.append('<').append(element).append(" xmlns=\"").append(namespace).append("\">");
    return this;
  }

  public Xml close(String element) {
    text.append("</").append(element).append('>');
    return this;
  }

  public Xml element(String element, String value) {
    return open(element).escaped(value).close(element);
  }

  /** Text between elements. */
  public Xml text(String value) {
    return escaped(value);
  }

  /** A time as S3 writes it, with milliseconds that are always 0. */
  public Xml element(String element, Instant value) {
    return element(element, Timestamps.text(value).replace("Z", ".000Z"));
  }

  /** The members of a structure, one element each. */
  public Xml members(Structure structure) {
    structure.members().forEach(this::member);
    return this;
  }

  private void member(String name, Structure.Value value) {
    open(name);
    if (value instanceof Structure.Text member) {
      escaped(member.value());
    } else if (value instanceof Structure.Time member) {
      escaped(Timestamps.text(member.value()));
    } else if (value instanceof Structure.Whole member) {
      text.append(member.value());
    } else if (value instanceof Structure.Flag member) {
      text.append(member.value());
    } else if (value instanceof Structure.Nested member) {
      members(member.value());
    } else if (value instanceof Structure.Members member) {
      member.values().forEach(item -> member("member", item));
    } else if (value instanceof Structure.Entries member) {
      member.values().forEach(this::entry);
    }
    close(name);
  }

  private void entry(String key, Structure.Value value) {
    open("entry").element("key", key).member("value", value);
    close("entry");
  }

  /** XML 1.0 knows no control characters but tab and line ends: others become question marks. */
  private Xml escaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      switch (character) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '"' -> text.append("&quot;");
        case '\r' -> text.append("&#xD;");
        case '\n', '\t' -> text.append(character);
        default -> text.append(character < ' ' || character > 0xfffd ? '?' : character);
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
