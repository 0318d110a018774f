package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Another process that edits the config file of a home folder: {@code HOME STATE KEY FIRST LAST}.
 * It waits for a byte of standard input, so that many can start at once, and sets KEY to FIRST and
 * the numbers after it until LAST; after every third edit it takes one back and makes it again.
 */
final class EditorMain {

  private EditorMain() {}

  public static void main(String[] arguments) throws IOException {
    String file = arguments[0] + "/.aws/config";
    String key = arguments[2];
    EditedHome home = home(arguments[0], Path.of(arguments[1]));
    System.out.println("ready");
    if (System.in.read() < 0) {
      return;
    }
    long last = Long.parseLong(arguments[4]);
    for (long value = Long.parseLong(arguments[3]); value <= last; value++) {
      Change change = new Change.Set("default", key, Long.toString(value));
      home.edits().change(FileKind.CONFIG, file, "config set", List.of(change));
      if (value % 3 == 0 && last > 1_000) {
        home.undoNewest();
        home.edits().change(FileKind.CONFIG, file, "config set", List.of(change));
      }
    }
  }

  static EditedHome home(String home, Path state) {
    return EditedHome.of(home, FileSystems.getDefault(), state, Clock.systemUTC())
        .with(new FileLocks(state));
  }
}
