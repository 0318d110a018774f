package dev.keyturn.adapter.aws;

import dev.keyturn.adapter.aws.xml.XmlReader;
import dev.keyturn.adapter.aws.xml.XmlReader.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer of the Query protocol, flattened: the texts of its leaf elements by local name. Names
 * that repeat, as in lists, keep every text in order. The items of a list are also available one by
 * one.
 */
public final class XmlAnswer {

  /** The element name of a list item in the Query protocol. */
  private static final String MEMBER = "member";

  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private final List<XmlAnswer> members = new ArrayList<>();

  private XmlAnswer() {}

  /** Parses {@code body}; empty when it is not XML. DTDs and entities are not read. */
  static Optional<XmlAnswer> parse(String body) {
    try {
      return Optional.of(read(new XmlReader(body)));
    } catch (XmlReader.Malformed e) {
      return Optional.empty();
    }
  }

  private static XmlAnswer read(XmlReader reader) throws XmlReader.Malformed {
    Deque<XmlAnswer> scopes = new ArrayDeque<>(List.of(new XmlAnswer()));
    String open = "";
    String text = "";
    for (Event event = reader.next(); event != Event.END; event = reader.next()) {
      switch (event) {
        case OPEN -> {
          open = reader.name();
          text = "";
          if (open.equals(MEMBER)) {
            scopes.push(scopes.getFirst().member());
          }
        }
        case TEXT -> text = reader.text();
        case CLOSE -> {
          // Only a leaf ends while it is the element opened last.
          if (reader.name().equals(open)) {
            for (XmlAnswer scope : scopes) {
              scope.texts.computeIfAbsent(open, name -> new ArrayList<>()).add(text);
            }
          }
          if (reader.name().equals(MEMBER)) {
            scopes.pop();
          }
          open = "";
        }
        case END -> {}
      }
    }
    return scopes.getLast();
  }

  private XmlAnswer member() {
    XmlAnswer member = new XmlAnswer();
    members.add(member);
    return member;
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

  /** The items of its lists, in order. */
  List<XmlAnswer> members() {
    return List.copyOf(members);
  }
}
