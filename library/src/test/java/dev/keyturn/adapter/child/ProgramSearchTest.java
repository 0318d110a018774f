package dev.keyturn.adapter.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs are found as a shell finds them. */
@DisabledOnOs(OS.WINDOWS)
class ProgramSearchTest {

  @TempDir private Path folder;

  private Path program(String name, String mode) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "#!/bin/sh\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private Map<String, String> path(String... folders) {
    return Map.of("PATH", String.join(":", folders));
  }

  @Test
  void the_first_folder_with_an_executable_file_is_taken() throws IOException {
    program("a/tool", "rw-r--r--");
    Files.createDirectories(folder.resolve("b/tool"));
    Path tool = program("c/tool", "rwxr-xr-x");
    program("d/tool", "rwxr-xr-x");
    String[] folders = {folder + "/a", folder + "/b", folder + "/c", folder + "/d"};

    assertThat(ProgramSearch.find("tool", path(folders))).contains(tool.toFile());
    assertThat(ProgramSearch.find("c/tool", path(folders))).isEmpty();
    assertThat(ProgramSearch.find(tool.toString(), path())).contains(tool.toFile());
  }

  @Test
  void without_a_path_the_system_has_a_default() {
    assertThat(ProgramSearch.find("sh", Map.of())).contains(new File("/bin/sh"));
  }

  /** The current folder of the tests has no programs. */
  @Test
  void an_empty_folder_in_the_path_is_the_current_one() {
    assertThat(ProgramSearch.find("pom.xml", path("", "/bin"))).isEmpty();
    assertThatThrownBy(() -> ProgramSearch.require("pom.xml", path("", "/bin")))
        .hasMessage("cannot run 'pom.xml': not an executable program");
  }

  @Test
  void a_missing_program_is_distinguished_from_a_file_that_cannot_be_run() throws IOException {
    program("tool", "rw-r--r--");

    assertThatThrownBy(() -> ProgramSearch.require("tool", path(folder.toString())))
        .hasMessage("cannot run 'tool': not an executable program");
    assertThatThrownBy(() -> ProgramSearch.require("tool", path("/nothing/here")))
        .hasMessage("cannot run 'tool': not found");
  }
}
