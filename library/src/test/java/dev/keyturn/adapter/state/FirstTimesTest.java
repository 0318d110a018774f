package dev.keyturn.adapter.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said once on a computer. */
class FirstTimesTest {

  @TempDir private Path folder = Path.of("");

  private boolean isFirst(Path state, String what) {
    return new FirstTimes(new StateFolder(state)).isFirst(what);
  }

  @Test
  void only_the_first_time_is_the_first() {
    assertThat(isFirst(folder, "one")).isTrue();
    assertThat(isFirst(folder, "one")).isFalse();
    assertThat(isFirst(folder, "other")).isTrue();
  }

  @Test
  void what_cannot_be_remembered_is_not_said() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(isFirst(file.resolve("state"), "one")).isFalse();
  }
}
