package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.util.List;

/** Shows the lines of the AWS files that will change, on standard error. */
public final class PlannedEdits {

  private final ProfileFiles files;
  private final Output output;

  /** Writes to {@code output}. */
  public PlannedEdits(ProfileFiles files, Output output) {
    this.files = files;
    this.output = output;
  }

  /** The edits of one file, below its path. */
  public void show(FileKind kind, List<Change> changes) {
    if (!changes.isEmpty()) {
      output.error(files.paths().get(kind == FileKind.CONFIG ? 0 : 1));
      changes.forEach(change -> output.error(line(change)));
    }
  }

  private static String line(Change change) {
    return switch (change) {
      case Change.Set set -> "  + [" + set.section() + "] " + set.key() + " = " + set.value();
      case Change.Unset unset -> "  - [" + unset.section() + "] " + unset.key();
      case Change.RemoveSection removed -> "  - [" + removed.section() + "]";
    };
  }
}
