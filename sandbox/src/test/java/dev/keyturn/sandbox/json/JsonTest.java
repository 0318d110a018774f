package dev.keyturn.sandbox.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void every_kind_of_value_is_read() {
    assertThat(Json.parse(" {\"a\": [1, -0.5e+1, \"x\", true, false, null, {}, []] }\r\n\t"))
        .isEqualTo(
            new Json.Obj(
                Map.of(
                    "a",
                    new Json.Arr(
                        List.of(
                            new Json.Num(new BigDecimal("1")),
                            new Json.Num(new BigDecimal("-5")),
                            new Json.Str("x"),
                            new Json.Bool(true),
                            new Json.Bool(false),
                            new Json.Null(),
                            new Json.Obj(Map.of()),
                            new Json.Arr(List.of()))))));
  }

  @Test
  void members_keep_their_order() {
    assertThat(Json.parse("{\"z\":1,\"a\":2,\"m\":3}").print())
        .isEqualTo("{\"z\":1,\"a\":2,\"m\":3}");
  }

  @Test
  void every_escape_is_read() {
    assertThat(Json.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDD11\""))
        .isEqualTo(new Json.Str("\"\\/\b\f\n\r\té🔑"));
  }

  @Test
  void what_must_be_escaped_is_printed_escaped() {
    assertThat(new Json.Str("\"\\/\b\n\r\té🔑").print()).isEqualTo("\"\\\"\\\\/\\b\\n\\r\\té🔑\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,2.50,-1E+400,\"\\n\",true,null,{\"b\":{}}]}",
        "[]",
        "\"\"",
        "0",
        "1E-10"
      })
  void compact_text_is_printed_as_it_was_read(String text) {
    assertThat(Json.parse(text).print()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "\"",
        "\"a",
        "tru",
        "nul",
        "TRUE",
        "NaN",
        "Infinity",
        "undefined",
        "'a'",
        "{a:1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1]]",
        "1 2",
        "01",
        "-",
        "-01",
        "+1",
        ".5",
        "1.",
        "1.e1",
        "1e",
        "1e+",
        "0x10",
        "１",
        "// c\n1",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u１２３４\"",
        "\"\\",
        "\"\t\"",
        "\"\n\"",
        "\u00a01",
        "\ufeff1",
        "\f1",
        "1\u0000"
      })
  void what_is_not_json_is_refused(String text) {
    assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Json.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\ud83d\"",
        "\"\\udd11\"",
        "\"\\ud83dx\"",
        "\"\\udd11\\ud83d\"",
        "\"\\ud83d\\ud83d\\udd11\""
      })
  void half_a_surrogate_pair_is_refused(String text) {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.parse(text))
        .withMessageContaining("surrogate");
  }

  @Test
  void a_member_named_twice_is_refused() {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.parse("{\"Effect\":\"Deny\",\"\\u0045ffect\":\"Allow\"}"))
        .withMessage("a second member of the same name at line 1, column 18");
  }

  @Test
  void the_deepest_nesting_allowed_is_read() {
    assertThat(Json.parse("[".repeat(100) + "]".repeat(100)).print()).hasSize(200);
  }

  @Test
  void nesting_without_end_is_refused_before_the_stack_is_used_up() {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.parse("[{\"a\":".repeat(1_000_000)))
        .withMessageStartingWith("nested deeper than 100 levels");
  }

  @Test
  void siblings_do_not_count_as_nesting() {
    assertThat(Json.parse("[" + "[],{},".repeat(500) + "1]").print()).hasSize(3003);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999999999999", "1e-99999999999999999999"})
  void an_exponent_without_measure_is_refused(String number) {
    assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Json.parse(number));
  }

  @Test
  void a_number_of_endless_digits_is_refused() {
    assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Json.parse("9".repeat(1001)));
  }

  @ParameterizedTest
  @CsvSource({"'{\n  \"a\": x\n}', 2, 8", "'[1,\r\n2', 2, 2", "'', 1, 1"})
  void a_problem_is_reported_with_line_and_column(String text, int line, int column) {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.parse(text))
        .matches(problem -> problem.line() == line && problem.column() == column);
  }

  @Test
  void a_problem_never_repeats_the_text() {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.parse("{\"SecretAccessKey\":wJalrXUtnFEMI}"))
        .withMessage("not valid JSON at line 1, column 20");
  }
}
