package dev.keyturn.adapter.awsfile;

import dev.keyturn.adapter.state.FileLocks;
import dev.keyturn.domain.profile.FileKind;
import dev.keyturn.domain.profile.ProfileFiles.Change;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Another process that edits the config file of a home folder: {@code HOME STATE KEY ROUNDS}. It
 * waits for a byte of standard input, so that many can start at once, and sets KEY to 1, 2, 3 ….
 */
final class EditorMain {

  private EditorMain() {}

  public static void main(String[] arguments) throws IOException {
    AwsFiles files =
        new AwsFiles(
            Map.of("HOME", arguments[0]),
            arguments[0],
            FileSystems.getDefault(),
            new FileLocks(Path.of(arguments[1])));
    System.out.println("ready");
    if (System.in.read() < 0) {
      return;
    }
    for (int round = 1; round <= Integer.parseInt(arguments[3]); round++) {
      String value = Integer.toString(round);
      files.edit(
          FileKind.CONFIG, current -> List.of(new Change.Set("default", arguments[2], value)));
    }
  }
}
