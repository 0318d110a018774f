package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.PlannedEdits;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyMove;
import dev.keyturn.domain.store.move.KeyMoves;
import dev.keyturn.domain.text.ShellCommand;

/** The messages about a move of a key. */
public final class MoveReport {

  private final PlannedEdits lines;
  private final KeyMoves moves;
  private final Output output;

  public MoveReport(PlannedEdits lines, KeyMoves moves, Output output) {
    this.lines = lines;
    this.moves = moves;
    this.output = output;
  }

  /** Shows the lines of the AWS files that will change. */
  void preview(KeyMove move) {
    for (FileKind kind : FileKind.values()) {
      lines.show(kind, moves.changes(move, kind));
    }
  }

  /** Reports that it is done, and what to type next. */
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
