package dev.keyturn.sandbox.s3.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * An element of a document that a client sent. Documents that define entities, or are nested deeper
 * than any of S3's, are refused.
 */
public record XmlBody(Element element) {
  private static final int MOST_DEPTH = 20;

  /**
   * The root of a document.
   *
   * @throws dev.keyturn.sandbox.action.AwsError MalformedXML for anything but a document with this
   *     root
   */
  public static XmlBody parse(byte[] body, String root) {
    try {
      Element element = builder().parse(new ByteArrayInputStream(body)).getDocumentElement();
      if (element.getLocalName().equals(root)) {
        return new XmlBody(element);
      }
      throw S3Error.malformedXml();
    } catch (SAXException | IOException e) {
      throw S3Error.malformedXml();
    }
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      // The text of an element is read recursively.
      factory.setAttribute("jdk.xml.maxElementDepth", MOST_DEPTH);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every JDK reads XML", e);
    }
  }

  /** The children of this name. */
  public List<XmlBody> all(String name) {
    List<XmlBody> found = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && name.equals(child.getLocalName())) {
        found.add(new XmlBody(child));
      }
    }
    return found;
  }

  /**
   * Passes when all children have one of these names.
   *
   * @throws dev.keyturn.sandbox.action.AwsError NotImplemented for any other
   */
  public void refuseOthers(String... known) {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && !List.of(known).contains(child.getLocalName())) {
        throw S3Error.elementNotImplemented(child.getLocalName());
      }
    }
  }

  /** The text of the first child of this name, or null without one. */
  public @Nullable String text(String name) {
    List<XmlBody> found = all(name);
    return found.isEmpty() ? null : found.get(0).element.getTextContent();
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
