package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyMove;
import dev.keyturn.domain.store.move.KeyMoves;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;

/** What a move of a key changes, and what it changed. */
public final class MoveReport {

  private final ProfileFiles files;
  private final KeyMoves moves;
  private final Output output;

  public MoveReport(ProfileFiles files, KeyMoves moves, Output output) {
    this.files = files;
    this.moves = moves;
    this.output = output;
  }

  /** Shows the lines of the AWS files that will change, on standard error. */
  void preview(KeyMove move) {
    List<String> paths = files.paths();
    for (FileKind kind : FileKind.values()) {
      List<Change> changes = moves.changes(move, kind);
      if (!changes.isEmpty()) {
        output.error(paths.get(kind == FileKind.CONFIG ? 0 : 1));
        changes.forEach(change -> output.error(line(change)));
      }
    }
  }

  private static String line(Change change) {
    return switch (change) {
      case Change.Set set -> "  + [" + set.section() + "] " + set.key() + " = " + set.value();
      case Change.Unset unset -> "  - [" + unset.section() + "] " + unset.key();
      case Change.RemoveSection removed -> "  - [" + removed.section() + "]";
    };
  }

  /** Says that it is done, and what to type next. */
  void done(Arguments arguments, String verb, KeyMove move) {
    if (CommonOptions.wantsJson(arguments)) {
      output.line(
          Json.object(to -> {
            to.writeStringProperty("profile", move.profile());
            to.writeStringProperty("access_key_id", AccessKey.shown(move.accessKeyId()));
            to.writeStringProperty("place", move.to().text());
          }));
      return;
    }
    output.line(
        verb
            + " key "
            + AccessKey.shown(move.accessKeyId())
            + " of profile '"
            + move.profile()
            + "' to "
            + move.to().kind().title());
    if (move.to().kind() != StorePlace.Kind.AWS_FILES) {
      output.note(
          "AWS tools now get sessions of profile '"
              + move.profile()
              + "' from Keyturn, by credential_process");
    }
    output.error("next: " + ShellCommand.of("keyturn", "login", move.profile()));
  }
}
