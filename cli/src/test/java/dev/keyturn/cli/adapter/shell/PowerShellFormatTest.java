package dev.keyturn.cli.adapter.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keyturn.cli.adapter.shell.PowerShellReader.Assignment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerShellFormatTest {

  private static final List<String> VALUES = Hostile.values(300);

  private static String text() {
    return new PowerShellFormat().render(Hostile.change(VALUES));
  }

  private static List<Assignment> expected() {
    List<Assignment> expected = new ArrayList<>();
    expected.add(new Assignment("OLD", ""));
    expected.add(new Assignment("NEVER_SET", ""));
    for (int i = 0; i < VALUES.size(); i++) {
      expected.add(new Assignment(Hostile.name(i), VALUES.get(i)));
    }
    return expected;
  }

  @Test
  void every_line_is_one_assignment_of_the_value() {
    assertThat(PowerShellReader.read(text())).isEqualTo(expected());
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "IBM437", "IBM850", "windows-31j", "GBK"})
  void the_code_page_of_the_console_changes_nothing(String codePage) {
    byte[] written = text().getBytes(StandardCharsets.UTF_8);
    String read = new String(written, Charset.forName(codePage));
    assertThat(PowerShellReader.read(read)).isEqualTo(expected());
  }

  @Test
  void the_reader_sees_an_escape_from_quotes() {
    assertThat(PowerShellReader.read("$Env:A = 'x\u2019\u2019y'"))
        .containsExactly(new Assignment("A", "x\u2019y"));
    assertThat(catchThrowable(() -> PowerShellReader.read("$Env:A = 'x\u2019; $Env:B = 'y'")))
        .isInstanceOf(AssertionError.class);
  }
}
