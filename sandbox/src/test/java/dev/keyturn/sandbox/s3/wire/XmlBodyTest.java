package dev.keyturn.sandbox.s3.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.action.AwsError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Against the reader of Java. */
class XmlBodyTest {

  private static final String MALFORMED = "malformed";

  /** Java reads a name that begins with a colon, which is none where there are namespaces. */
  private static final Pattern EMPTY_PREFIX = Pattern.compile("[^A-Za-z]:");

  @Test
  void a_name_has_no_empty_prefix() {
    assertThat(read("<:a/>")).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\"?>\n<a x='1' y=\"&lt;2\">t<b/>u</a >\n<!-- end -->",
        "<?xml version='1.0'  encoding = 'utf-8' standalone='yes' ?><a/>",
        "<?xml encoding='utf-8' version='1.0'?><a/>",
        "<?xml version='1.0' ?",
        "<a>one<!-- two -->three<?four five?>six<b>seven<c>eight</c></b>nine</a>",
        "<a>&#x1F600;&#233;&quot;&apos;&gt;&#x0041;\r\n\r<![CDATA[&amp;]]]]>é</a>",
        "<n:a xmlns:n=\"urn:x\"><n:b>1</n:b></n:a>",
        "<a xmlns='urn:x'><b xmlns:x='urn:y' x:type='c' xml:lang='en'>1</b></a>",
        "<a><n:b/></a>",
        "<a><b xmlns:n='urn:x'/><n:b/></a>",
        "<a n:b='1'/>",
        "<a:/>",
        "<a:b:c xmlns:a='urn:x'/>",
        "<a><b></a></b>",
        "<a></ab>",
        "<a></a b>",
        "<a x=1/>",
        "<a x='1'y='2'/>",
        "<a x='1' x='2'/>",
        "<a x='<'/>",
        "<a x='&'/>",
        "<a x='",
        "<a x",
        "<a>]]></a>",
        "<a>&#0;</a>",
        "<a>&#xD800;</a>",
        "<a>&#x110000;</a>",
        "<a>&#99999999999;</a>",
        "<a>&#;</a>",
        "<a>&nbsp;</a>",
        "<a>&amp</a>",
        "<a>\u0001</a>",
        "<a>\uFFFE</a>",
        "<a><!-- -- --></a>",
        "<a><!-->--></a>",
        "<a><!---></a>",
        "<a><?xml version='1.0'?></a>",
        "<a><?n:p x?></a>",
        "<a><?p?><?p ?><?p?x?></a>",
        " <?xml version=\"1.0\"?><a/>",
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        "<!DOCTYPE a><a/>",
        "<a/>text",
        "<a/><a/>",
        "text",
        "",
        "<1/>",
        "< a/>",
        "<a",
        "<a><![CDATA[",
        "<a><!--",
        "<a><?p",
        "\uFEFF<a/>"
      })
  void reads_what_java_reads(String document) throws Exception {
    assertThat(read(document)).isEqualTo(expected(document));
  }

  @Property(tries = 1000)
  void reads_damaged_documents_as_java_does(@ForAll("documents") String document) throws Exception {
    assertThat(read(document)).as(document).isEqualTo(expected(document));
  }

  @Test
  void elements_nested_deeper_than_those_of_s3_are_refused() {
    assertThat(read("<a>".repeat(20) + "</a>".repeat(20))).doesNotContain(MALFORMED);
    assertThat(read("<a>".repeat(21) + "</a>".repeat(21))).isEqualTo(MALFORMED);
    assertThat(read("<a>".repeat(100_000))).isEqualTo(MALFORMED);
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    assertThat(read("<a>é</a>".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(MALFORMED);
    assertThat(read("<?xml version='1.0' encoding='ISO-8859-1'?><a/>")).isEqualTo(MALFORMED);
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
            ":",
            "x:",
            "\r",
            "<!--",
            "-->",
            "<![CDATA[",
            "?>",
            "<?p ",
            "\u0001",
            "!");
    Arbitrary<String> text =
        Arbitraries.of("", "one", " &lt;two&#33; ", "<![CDATA[<three>]]>", "<!-- four -->");
    return Combinators.combine(text, text, text, piece, Arbitraries.integers().between(0, 70))
        .as((one, two, three, damage, at) -> {
          String whole =
              "<a n='v' xmlns:x=\"u\">"
                  + one
                  + "<b>"
                  + two
                  + "</b>"
                  + three
                  + "<x:c x:y=\"z\"/></a>";
          int where = Math.min(at, whole.length());
          return whole.substring(0, where)
              + damage
              + whole.substring(Math.min(where + at % 3, whole.length()));
        })
        .filter(document -> !EMPTY_PREFIX.matcher(document).find());
  }

  private static String read(String document) {
    return read(document.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(byte[] document) {
    try {
      return tree(XmlDocument.parse(document));
    } catch (AwsError e) {
      return e.code().equals("MalformedXML") ? MALFORMED : e.toString();
    }
  }

  private static String tree(XmlBody body) {
    StringBuilder tree = new StringBuilder(body.name() + " \"" + body.text() + "\" (");
    body.children().forEach(child -> tree.append(tree(child)));
    return tree.append(')').toString();
  }

  private static String expected(String document) throws ParserConfigurationException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    try {
      byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
      return tree(builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement());
    } catch (SAXException e) {
      return MALFORMED;
    }
  }

  private static String tree(Element element) {
    String text = element.getTextContent();
    StringBuilder tree = new StringBuilder(element.getLocalName() + " \"" + text + "\" (");
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        tree.append(tree(child));
      }
    }
    return tree.append(')').toString();
  }
}
