package dev.keyturn.adapter.aws.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.aws.xml.XmlReader.Event;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the reader of Java. */
class XmlReaderTest {

  private static final List<String> MALFORMED = List.of("malformed");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a x='1' y=\"&lt;2\">t<b/>u</a >\n<!-- end -->",
        "<!DOCTYPE html [<!ENTITY x 'y>'>]><html><body>text</body></html>",
        "<a>one<!-- two -->three<?four five?>six</a>",
        "<a>&#x1F600;&#233;&quot;&apos;&gt;\r\n\r<![CDATA[&amp;]]]]>é</a>",
        "<n:a xmlns:n=\"urn:x\"><n:b>1</n:b></n:a>",
        "<a><b></a></b>",
        "<a x=1/>",
        "<a x='1' x='2'/>",
        "<a x='<'/>",
        "<a>]]></a>",
        "<a>&#0;</a>",
        "<a>&#xD800;</a>",
        "<a>&nbsp;</a>",
        "<a>\uD800</a>",
        "<a><!-- -- --></a>",
        " <?xml version=\"1.0\"?><a/>",
        "<a/>text",
        "<1/>",
        "<a",
        "<a><![CDATA[",
        "\uFEFF<a/>"
      })
  void reads_what_java_reads(String document) {
    assertThat(events(document)).isEqualTo(expected(document));
  }

  @Property(tries = 500)
  void reads_damaged_documents_as_java_does(@ForAll("documents") String document) {
    assertThat(events(document)).as(document).isEqualTo(expected(document));
  }

  @Test
  void elements_nested_too_deeply_are_refused() {
    assertThat(events("<a>".repeat(100) + "</a>".repeat(100))).hasSize(200);
    assertThat(events("<a>".repeat(101) + "</a>".repeat(101))).isEqualTo(MALFORMED);
  }

  /** Small documents, of which one piece is replaced. */
  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "",
            "<",
            ">",
            "/",
            "&",
            ";",
            "&amp;",
            "]]>",
            "<b>",
            "</b>",
            "<b/>",
            "=",
            "'",
            "\"",
            " ",
            "x",
            "\r",
            "<!--",
            "-->",
            "<![CDATA[",
            "?>",
            "<?p ",
            "\u0001");
    Arbitrary<String> text =
        Arbitraries.of("", "one", " &lt;two&#33; ", "<![CDATA[<three>]]>", "<!-- four -->");
    return Combinators.combine(text, text, text, piece, Arbitraries.integers().between(0, 60))
        .as((one, two, three, damage, at) -> {
          String whole = "<a n='v'>" + one + "<b>" + two + "</b>" + three + "<c x=\"y\"/></a>";
          int where = Math.min(at, whole.length());
          return whole.substring(0, where)
              + damage
              + whole.substring(Math.min(where + at % 3, whole.length()));
        });
  }

  private static List<String> events(String document) {
    XmlReader reader = new XmlReader(document);
    List<String> events = new ArrayList<>();
    try {
      for (Event event = reader.next(); event != Event.END; event = reader.next()) {
        events.add(event + " " + (event == Event.TEXT ? reader.text() : reader.name()));
      }
      return events;
    } catch (XmlReader.Malformed e) {
      return MALFORMED;
    }
  }

  private static List<String> expected(String document) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    List<String> events = new ArrayList<>();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(document));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> events.add("OPEN " + reader.getLocalName());
          case XMLStreamConstants.CHARACTERS -> events.add("TEXT " + reader.getText());
          case XMLStreamConstants.END_ELEMENT -> events.add("CLOSE " + reader.getLocalName());
          default -> {
            // Comments and the like.
          }
        }
      }
      return events;
    } catch (XMLStreamException e) {
      return MALFORMED;
    }
  }
}
