package dev.keyturn.cli.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Skips a test whose program is missing here, unless {@code KEYTURN_CLIENTS} is {@code required}.
 */
final class Installed {

  private Installed() {}

  static void program(Path program) {
    available(Files.isExecutable(program), program + " is not installed");
  }

  /** The system's Python with {@code module}. */
  static void python(String module) {
    available(imports(module), "there is no Python with " + module);
  }

  private static boolean imports(String module) {
    try {
      return new ProcessBuilder(InstalledProgram.python(), "-c", "import " + module)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void available(boolean available, String otherwise) {
    if ("required".equals(System.getenv("KEYTURN_CLIENTS"))) {
      assertThat(available).as(otherwise).isTrue();
    }
    Assumptions.assumeTrue(available, otherwise);
  }
}
