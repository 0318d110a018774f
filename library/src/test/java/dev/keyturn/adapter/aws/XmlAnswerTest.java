package dev.keyturn.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlAnswerTest {

  @Test
  void leaves_are_found_by_their_local_names_anywhere() {
    String xml =
        "<a:Response xmlns:a=\"urn:x\"><Result><Credentials><Id>one</Id></Credentials>"
            + "<Arn>two</Arn></Result></a:Response>";
    XmlAnswer answer = XmlAnswer.parse(xml).orElseThrow();
    assertThat(answer.text("Id")).contains("one");
    assertThat(answer.text("Arn")).contains("two");
    assertThat(answer.text("Credentials")).isEmpty();
  }

  @Test
  void every_text_of_a_list_is_kept_in_order() {
    String xml = "<L><member><S>one</S></member><member><S>two</S></member></L>";
    assertThat(XmlAnswer.parse(xml).orElseThrow().all("S")).containsExactly("one", "two");
  }

  @Test
  void escapes_and_sections_of_raw_text_are_one_text() {
    String xml = "<M>a &amp; b <![CDATA[< c]]> &#233;</M>";
    assertThat(XmlAnswer.parse(xml).orElseThrow().text("M")).contains("a & b < c \u00e9");
  }

  @Test
  void an_empty_element_is_an_empty_text() {
    assertThat(XmlAnswer.parse("<R><M/></R>").orElseThrow().text("M")).contains("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "<html><body>",
        "{\"Error\":{}}",
        "<a></b>",
        "<a/><b/>",
        "\0",
        "<a>&x;</a>"
      })
  void invalid_xml_is_refused(String body) {
    assertThat(XmlAnswer.parse(body)).isEmpty();
  }

  @Test
  void an_external_entity_is_not_read() {
    String xml = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><Code>&x;</Code></a>";
    assertThat(XmlAnswer.parse(xml).flatMap(answer -> answer.text("Code")).orElse(""))
        .doesNotContain("root");
  }

  @Test
  void entities_do_not_multiply() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 \"0123456789\">");
    for (int i = 1; i < 12; i++) {
      dtd.append("<!ENTITY x")
          .append(i)
          .append(" \"")
          .append(("&x" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    Optional<XmlAnswer> answer = XmlAnswer.parse(dtd + "]><a><Code>&x11;</Code></a>");
    assertThat(answer.flatMap(it -> it.text("Code")).orElse("").length()).isLessThan(100_000);
  }
}
