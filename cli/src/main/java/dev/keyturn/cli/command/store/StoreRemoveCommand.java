package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyMove;
import dev.keyturn.domain.store.move.KeyMoves;

/** {@code keyturn store remove}: removes a profile's long-term key from its place. */
public final class StoreRemoveCommand implements Command {

  private final ProfileKey keys;
  private final KeyMoves moves;
  private final Confirmation confirmation;
  private final Output output;

  public StoreRemoveCommand(
      ProfileKey keys, KeyMoves moves, Confirmation confirmation, Output output) {
    this.keys = keys;
    this.moves = moves;
    this.confirmation = confirmation;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(ProfileChoice.OPTION, Confirmation.YES).taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.NO, ExitCode.PERSON_NEEDED)
        .example("keyturn store remove work", "show what would be removed, and ask")
        .example("keyturn store remove work --yes", "remove the key without asking");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    KeyMove key = keys.move(arguments, StorePlace.AWS_FILES);
    String question =
        "Remove key "
            + key.accessKeyId()
            + " of profile '"
            + key.profile()
            + "' from "
            + key.from()
            + "? AWS cannot show the secret again.";
    if (!confirmation.given(arguments, question)) {
      output.note("nothing was changed");
      return ExitCode.NO;
    }
    moves.remove(key);
    output.line("removed key " + key.accessKeyId() + " from " + key.from().kind().title());
    output.note("AWS still accepts it: delete it in the IAM console if nobody else uses it");
    return ExitCode.DONE;
  }
}
