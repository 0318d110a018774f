package dev.keyturn.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {

  @Test
  void values_of_each_kind_know_where_they_begin() throws Exception {
    Json json = JsonParser.parse("{\n  \"a\": [1, true],\n  \"b\": null\n}");
    Json.ObjectValue object = (Json.ObjectValue) json;
    Json.ArrayValue array = (Json.ArrayValue) object.members().get(0).value();
    assertThat(object.position()).isEqualTo(new Position(1, 1));
    assertThat(object.members().get(0).position()).isEqualTo(new Position(2, 3));
    assertThat(array.elements())
        .containsExactly(
            new Json.NumberValue(new Position(2, 9), "1"),
            new Json.BooleanValue(new Position(2, 12), true));
    assertThat(object.members().get(1).value()).isEqualTo(new Json.NullValue(new Position(3, 8)));
  }

  @Test
  void escapes_in_strings_are_resolved() throws Exception {
    assertThat(text("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u20AC\\ud83d\\ude00\""))
        .isEqualTo("\"\\/\b\f\n\r\t€😀");
  }

  @Test
  void a_byte_order_mark_is_skipped() throws Exception {
    assertThat(text("\ufeff\"a\"")).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "12", "-1.50", "1e9", "1E+9", "0.1e-2"})
  void numbers_are_kept_as_they_are_written(String number) throws Exception {
    assertThat(JsonParser.parse(number))
        .isEqualTo(new Json.NumberValue(new Position(1, 1), number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``            | 1:1  | expected a value, found the end of the text",
        "{             | 1:2  | expected a name in double quotes, found the end of the text",
        "{'a': 1}      | 1:2  | expected a name in double quotes, found '''",
        "{\"a\" 1}     | 1:6  | expected ':', found '1'",
        "{\"a\": 1,}   | 1:9  | expected a name in double quotes, found '}'",
        "{\"a\": 1 \"b\"} | 1:9 | expected ',' or '}', found '\"'",
        "[1 2]         | 1:4  | expected ',' or ']', found '2'",
        "[1,]          | 1:4  | expected a value, found ']'",
        "[] x          | 1:4  | expected nothing after the value, found 'x'",
        "True          | 1:1  | expected a value, found 'T'",
        "01            | 1:2  | expected nothing after the value, found '1'",
        "1.            | 1:3  | expected a digit, found the end of the text",
        "-             | 1:2  | expected a digit, found the end of the text",
        "\"a           | 1:3  | a string has no closing quote",
        "\"\\x\"       | 1:3  | expected an escape that JSON knows, found 'x'",
        "\"\\u12g4\"   | 1:6  | expected four hexadecimal digits after \\u, found 'g'",
        "{\"a\":1,\"a\":2} | 1:8 | \"a\" occurs twice in one object",
        "é             | 1:1  | expected a value, found U+00E9"
      })
  void what_is_not_json_is_refused_with_its_place(String text, String place, String message) {
    assertThatExceptionOfType(JsonSyntaxException.class)
        .isThrownBy(() -> JsonParser.parse(text))
        .satisfies(mistake -> {
          assertThat(mistake.position().line() + ":" + mistake.position().column())
              .isEqualTo(place);
          assertThat(mistake.rule()).isEqualTo(message);
        });
  }

  @Test
  void a_line_break_in_a_string_is_refused() {
    assertThatExceptionOfType(JsonSyntaxException.class)
        .isThrownBy(() -> JsonParser.parse("\"a\nb\""))
        .withMessage("a string contains a line break or control character");
  }

  @Test
  void deep_nesting_is_refused_and_breaks_nothing() {
    assertThatExceptionOfType(JsonSyntaxException.class)
        .isThrownBy(() -> JsonParser.parse("[".repeat(100_000)))
        .withMessage("values are nested more than 100 deep");
  }

  private static String text(String json) throws JsonSyntaxException {
    return ((Json.StringValue) JsonParser.parse(json)).text();
  }
}
