package dev.keyturn.adapter.aws;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An answer of the Query protocol, flattened: the texts of its leaf elements by local name. Names
 * that repeat, as in lists, keep every text in order.
 */
final class XmlAnswer {

  private final Map<String, List<String>> texts;

  private XmlAnswer(Map<String, List<String>> texts) {
    this.texts = texts;
  }

  /** Parses {@code body}; empty when it is not XML. DTDs and entities are not read. */
  static Optional<XmlAnswer> parse(String body) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return Optional.of(
          new XmlAnswer(read(factory.createXMLStreamReader(new StringReader(body)))));
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static Map<String, List<String>> read(XMLStreamReader reader) throws XMLStreamException {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    String open = "";
    String text = "";
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          open = reader.getLocalName();
          text = "";
        }
        case XMLStreamConstants.CHARACTERS -> text = reader.getText();
        case XMLStreamConstants.END_ELEMENT -> {
          // Only a leaf ends while it is the element opened last.
          if (reader.getLocalName().equals(open)) {
            texts.computeIfAbsent(open, name -> new ArrayList<>()).add(text);
          }
          open = "";
        }
        default -> {
          // Comments and the like carry no answer.
        }
      }
    }
    return texts;
  }

  /** The first text of {@code name}. */
  Optional<String> text(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** Every text of {@code name}, in order. */
  List<String> all(String name) {
    return texts.getOrDefault(name, List.of());
  }
}
