package dev.keyturn.cli.adapter.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.port.EnvironmentChange;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DotenvFileTest {

  private static EnvironmentChange change() {
    LinkedHashMap<String, String> set = new LinkedHashMap<>();
    set.put("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE");
    set.put("AWS_REGION", "eu-west-1");
    return new EnvironmentChange(set, List.of("AWS_PROFILE"));
  }

  private static String merged(String before) {
    byte[] after = DotenvFile.merged(before.getBytes(StandardCharsets.UTF_8), change());
    return new String(after, StandardCharsets.UTF_8);
  }

  @Test
  void a_missing_file_gets_the_variables() {
    assertThat(merged(""))
        .isEqualTo("AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE\nAWS_REGION=eu-west-1\n");
  }

  @Test
  void other_lines_comments_and_order_stay() {
    String before =
        """
        # Mine

        A = 'b' # c
        AWS_REGION=old
        export Z="1
        2"
        AWS_ACCESS_KEY_ID=x
        """;
    assertThat(merged(before))
        .isEqualTo(
            before
                .replace("=old", "=eu-west-1")
                .replace("AWS_ACCESS_KEY_ID=x", "AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE"));
  }

  @Test
  void text_around_a_value_on_its_line_stays() {
    assertThat(merged("  export AWS_REGION = 'old'  # where\nAWS_ACCESS_KEY_ID=x #y\n"))
        .isEqualTo(
            "  export AWS_REGION = eu-west-1  # where\nAWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE #y\n");
  }

  @Test
  void line_ends_stay_and_new_lines_take_them() {
    assertThat(merged("A=1\r\nAWS_REGION=old\r\n"))
        .isEqualTo("A=1\r\nAWS_REGION=eu-west-1\r\nAWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE\r\n");
  }

  @Test
  void a_last_line_without_an_end_gets_one_before_more_is_appended() {
    assertThat(merged("AWS_REGION=old\nA=1"))
        .isEqualTo("AWS_REGION=eu-west-1\nA=1\nAWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE\n");
  }

  @Test
  void what_would_interfere_goes_and_a_second_binding_too() {
    assertThat(merged("AWS_PROFILE=dev\nAWS_REGION=a\nAWS_ACCESS_KEY_ID=x\nAWS_REGION=b\n"))
        .isEqualTo("AWS_REGION=eu-west-1\nAWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE\n");
  }

  @Test
  void a_line_inside_a_quoted_value_is_not_a_binding() {
    String before =
        """
        TEXT='
        AWS_REGION=inside
        '
        AWS_REGION=x
        AWS_ACCESS_KEY_ID=y
        """;
    assertThat(merged(before))
        .isEqualTo(before.replace("=x", "=eu-west-1").replace("=y", "=ASIAIOSFODNN7EXAMPLE"));
  }

  @Test
  void a_quote_that_is_never_closed_ends_with_its_line() {
    assertThat(merged("A='open\nAWS_REGION=x\nAWS_ACCESS_KEY_ID=y\n"))
        .isEqualTo("A='open\nAWS_REGION=eu-west-1\nAWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE\n");
  }

  @Test
  void a_name_without_a_value_gets_one() {
    assertThat(merged("AWS_REGION\nAWS_ACCESS_KEY_ID=\n"))
        .isEqualTo("AWS_REGION=eu-west-1\nAWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE\n");
  }

  @Test
  void bytes_of_another_encoding_stay() {
    byte[] before = {'A', '=', (byte) 0xe9, '\n'};
    assertThat(DotenvFile.merged(before, change())).startsWith(before);
  }

  @Test
  void merging_twice_changes_nothing_more() {
    String once = merged("A=1\n");
    assertThat(merged(once)).isEqualTo(once);
  }

  @Test
  void nothing_to_set_leaves_the_other_lines() {
    EnvironmentChange nothing =
        new EnvironmentChange(new LinkedHashMap<>(Map.of()), List.of("AWS_REGION"));
    byte[] before = "A=1\nAWS_REGION=x\n".getBytes(StandardCharsets.UTF_8);
    assertThat(DotenvFile.merged(before, nothing))
        .isEqualTo("A=1\n".getBytes(StandardCharsets.UTF_8));
  }
}
