package dev.keyturn.sandbox.program;

import dev.keyturn.sandbox.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file of {@code --save-state}: complete or as it was before, readable by its owner only. */
record SavedState(Path file) {

  /** Says on stderr when the state cannot be saved; the sandbox is stopping then anyway. */
  void save(Json state) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      // A temporary file is made with mode 0600 where there are modes, and keeps it when moved.
      Path written = Files.createTempFile(folder, ".keyturn-sandbox", ".json");
      Files.write(written, (state.print() + "\n").getBytes(StandardCharsets.UTF_8));
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.err.println("keyturn: the state cannot be saved to " + file);
    }
  }
}
