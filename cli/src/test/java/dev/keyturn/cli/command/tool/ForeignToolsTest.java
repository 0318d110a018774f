package dev.keyturn.cli.command.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names under which Keyturn is started. */
class ForeignToolsTest {

  private final ForeignTools tools = new ForeignTools(() -> "");

  @Test
  void the_launcher_knows_every_name_of_one_word() throws IOException {
    String line = String.join(" | ", tools.links()) + ") set -- as \"${0##*/}\" \"$@\" ;;";
    assertThat(Files.readString(Path.of("src/image/bin/keyturn"))).contains(line);
  }

  @Test
  void a_name_of_several_words_is_found_by_all_of_them() {
    List<String> line = List.of("aws", "configure", "mfa-login", "--profile", "x");
    assertThat(tools.of(line).name()).isEqualTo("aws configure mfa-login");
  }
}
