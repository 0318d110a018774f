package dev.keyturn.cli.adapter.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keyturn.domain.failure.FailureException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CmdFormatTest {

  @Test
  void every_value_survives_a_batch_file_and_none_is_run() {
    List<String> values = Hostile.values(400).stream().filter(CmdFormatTest::isWritable).toList();
    Map<String, String> expected = new LinkedHashMap<>(Map.of("OLD", "", "NEVER_SET", ""));
    expected.putAll(Hostile.change(values).set());
    assertThat(values).hasSizeGreaterThan(200);
    assertThat(BatchReader.read(new CmdFormat().render(Hostile.change(values))))
        .isEqualTo(expected);
  }

  private static boolean isWritable(String value) {
    return value.indexOf('"') < 0 || value.chars().allMatch(c -> c < 0x80);
  }

  @Test
  void quotes_beside_characters_of_two_bytes_are_refused() {
    Throwable refusal =
        catchThrowable(() -> new CmdFormat().render(Hostile.change(List.of("é\"&calc"))));
    assertThat(refusal).isInstanceOf(FailureException.class).hasMessageContaining("VALUE_0");
    assertThat(refusal).hasMessageNotContaining("calc");
  }

  @Test
  void values_of_aws_need_no_escapes_and_work_on_a_command_line_too() {
    assertThat(new CmdFormat().render(Hostile.change(List.of("abc/+=="))))
        .isEqualTo("set \"OLD=\"\nset \"NEVER_SET=\"\nset \"VALUE_0=abc/+==\"\n");
  }

  @Test
  void the_reader_sees_a_second_command_and_an_expansion() {
    assertThat(catchThrowable(() -> BatchReader.read("set \"A=x\" & calc\"")))
        .isInstanceOf(AssertionError.class);
    assertThat(catchThrowable(() -> BatchReader.read("set \"A=%PATH%\"")))
        .isInstanceOf(AssertionError.class);
  }
}
