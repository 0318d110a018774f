package dev.keyturn.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountPointsTest {

  @TempDir private Path folder = Path.of("");

  private MountPoints mounts(String... places) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String place : places) {
      lines.append("36 35 98:0 / ").append(place).append(" rw,noatime - ext3 /dev/root rw\n");
    }
    Path file = folder.resolve("mountinfo");
    Files.writeString(file, lines, StandardCharsets.UTF_8);
    return new MountPoints(file);
  }

  @Test
  void a_file_can_be_a_mount() throws IOException {
    MountPoints mounts = mounts("/", "/root/.aws/credentials");

    assertThat(mounts.include(Path.of("/root/.aws/credentials"))).isTrue();
    assertThat(mounts.include(Path.of("/root/.aws/config"))).isFalse();
    assertThat(mounts.include(Path.of("/root/.aws"))).isFalse();
  }

  @Test
  void blanks_backslashes_and_letters_of_all_scripts_are_recognised() throws IOException {
    MountPoints mounts = mounts("/home/Jos\u00e9\\040B/a\\134b");

    assertThat(mounts.include(Path.of("/home/Jos\u00e9 B/a\\b"))).isTrue();
  }

  @Test
  void no_path_is_mounted_where_the_system_has_no_list() throws IOException {
    MountPoints mounts = new MountPoints(folder.resolve("missing"));

    assertThat(mounts.include(Path.of("/root/.aws/credentials"))).isFalse();
  }
}
