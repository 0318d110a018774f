package dev.keyturn.cli.command.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** {@code docs/doctor.md} lists the checks as the program knows them. */
class DoctorPageTest {

  @Test
  void the_page_lists_every_check_in_its_order_with_what_is_ok() throws IOException {
    assertThat(
            Files.readAllLines(Path.of("..", "docs", "doctor.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.replaceFirst(" \\|[^|]*\\|$", "")))
        .containsExactlyElementsOf(
            Arrays.stream(CheckName.values())
                .map(check -> "| `" + check.text() + "` | " + check.meaning())
                .toList());
  }
}
