package dev.keyturn.sandbox.s3.wire;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An element of a document that a client sent. Documents that define entities, or are nested deeper
 * than any of S3's, are refused.
 *
 * @param name its local name
 * @param children the elements in it
 * @param text its text with that of all elements in it
 */
public record XmlBody(String name, List<XmlBody> children, String text) {

  /** Of children that do not change. */
  public XmlBody {
    children = List.copyOf(children);
  }

  /**
   * The root of a document.
   *
   * @throws dev.keyturn.sandbox.action.AwsError MalformedXML for anything but a document with this
   *     root
   */
  public static XmlBody parse(byte[] body, String root) {
    XmlBody element = XmlDocument.parse(body);
    if (element.name.equals(root)) {
      return element;
    }
    throw S3Error.malformedXml();
  }

  /** The children of this name. */
  public List<XmlBody> all(String name) {
    return children.stream().filter(child -> child.name.equals(name)).toList();
  }

  /**
   * Passes when all children have one of these names.
   *
   * @throws dev.keyturn.sandbox.action.AwsError NotImplemented for any other
   */
  public void refuseOthers(String... known) {
    for (XmlBody child : children) {
      if (!List.of(known).contains(child.name)) {
        throw S3Error.elementNotImplemented(child.name);
      }
    }
  }

  /** The text of the first child of this name, or null without one. */
  public @Nullable String text(String name) {
    List<XmlBody> found = all(name);
    return found.isEmpty() ? null : found.get(0).text;
  }

  /**
   * Whether the first child of this name says true; false without one.
   *
   * @throws dev.keyturn.sandbox.action.AwsError MalformedXML for anything but true and false
   */
  public boolean flag(String name) {
    String text = text(name);
    if (text == null) {
      return false;
    }
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw S3Error.malformedXml();
    };
  }

  /**
   * The text of the first child of this name.
   *
   * @throws dev.keyturn.sandbox.action.AwsError MalformedXML without one
   */
  public String required(String name) {
    String text = text(name);
    if (text == null) {
      throw S3Error.malformedXml();
    }
    return text;
  }
}
