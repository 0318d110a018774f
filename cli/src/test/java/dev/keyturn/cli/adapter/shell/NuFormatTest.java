package dev.keyturn.cli.adapter.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NuFormatTest {

  @Test
  void strings_are_quoted_and_what_is_unset_is_null() {
    assertThat(new NuFormat().render(Hostile.change(List.of("a\"b\\c$(x)\td"))))
        .isEqualTo("{VALUE_0: \"a\\\"b\\\\c$(x)\\td\", OLD: null, NEVER_SET: null}\n");
  }
}
