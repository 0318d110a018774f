package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.PlaceValue;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyCopies;
import dev.keyturn.domain.store.move.KeyMove;
import dev.keyturn.domain.store.move.KeyMoves;

/** {@code keyturn store remove}: removes a profile's long-term key from its place. */
public final class StoreRemoveCommand implements Command {

  private static final ValueOption<String> COPY =
      Option.text(
          "--access-key-id", "ID", "Remove a copy of this key that no profile uses; with --from.");

  private static final ValueOption<StorePlace> FROM =
      PlaceValue.from("The place that has the copy: ");

  private final ProfileKey keys;
  private final KeyMoves moves;
  private final KeyCopies copies;
  private final Confirmation confirmation;
  private final Output output;

  public StoreRemoveCommand(
      ProfileKey keys, KeyMoves moves, KeyCopies copies, Confirmation confirmation, Output output) {
    this.keys = keys;
    this.moves = moves;
    this.copies = copies;
    this.confirmation = confirmation;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(ProfileChoice.OPTION, COPY, FROM, Confirmation.YES)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.NO, ExitCode.PERSON_NEEDED)
        .example("keyturn store remove work", "show what would be removed, and ask")
        .example("keyturn store remove work --yes", "remove the key without asking")
        .example(
            "keyturn store remove --access-key-id AKIAIOSFODNN7EXAMPLE --from keychain",
            "remove a copy that no profile uses, as keyturn store list shows it");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    if (COPY.isIn(arguments) || FROM.isIn(arguments)) {
      return removeCopy(arguments);
    }
    KeyMove key = keys.move(arguments, StorePlace.AWS_FILES);
    String ofProfile = " of profile '" + key.profile() + "'";
    if (!isWanted(arguments, key.accessKeyId() + ofProfile, key.from())) {
      return ExitCode.NO;
    }
    moves.remove(key);
    output.line("removed key " + key.accessKeyId() + " from " + key.from().kind().title());
    output.note("AWS still accepts it: delete it in the IAM console if nobody else uses it");
    return ExitCode.DONE;
  }

  private ExitCode removeCopy(Arguments arguments) {
    boolean namesProfile =
        ProfileChoice.PROFILE.isIn(arguments) || ProfileChoice.OPTION.isIn(arguments);
    StorePlace from = FROM.in(arguments, StorePlace.AWS_FILES);
    String id = COPY.in(arguments, "");
    if (namesProfile || id.isEmpty() || from.equals(StorePlace.AWS_FILES)) {
      throw new Failure.Usage(
              "a copy that no profile uses is named by --access-key-id and --from, without a"
                  + " profile",
              "keyturn store list")
          .exception();
    }
    copies.checkUnused(id, from);
    if (!isWanted(arguments, id, from)) {
      return ExitCode.NO;
    }
    copies.remove(id, from);
    output.line("removed key " + id + " from " + from);
    return ExitCode.DONE;
  }

  private boolean isWanted(Arguments arguments, String key, StorePlace from) {
    String question = "Remove key " + key + " from " + from + "? AWS cannot show the secret again.";
    boolean isWanted = confirmation.given(arguments, question);
    if (!isWanted) {
      output.note("nothing was changed");
    }
    return isWanted;
  }
}
