package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.PlaceValue;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyMove;
import dev.keyturn.domain.store.move.KeyMoves;
import java.util.List;

/** {@code keyturn store move}: moves a profile's long-term key to another place. */
public final class StoreMoveCommand implements Command {

  private static final ValueOption<StorePlace> FROM = PlaceValue.from();

  private final ProfileKey keys;
  private final KeyMoves moves;
  private final Confirmation confirmation;
  private final MoveReport report;
  private final Output output;

  public StoreMoveCommand(
      ProfileKey keys,
      KeyMoves moves,
      Confirmation confirmation,
      MoveReport report,
      Output output) {
    this.keys = keys;
    this.moves = moves;
    this.confirmation = confirmation;
    this.report = report;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            ProfileChoice.OPTION, PlaceValue.TO, FROM, Confirmation.YES, CommonOptions.OUTPUT)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.NO, ExitCode.PERSON_NEEDED)
        .example("keyturn store move work --to keychain", "out of the AWS files, into the keychain")
        .example("keyturn store move work --to encrypted-file", "into a file with a passphrase")
        .example(
            "keyturn store move work --to 'pkcs11:token=LABEL?module-path=LIBRARY'",
            "into a token, from which it cannot be exported")
        .example("keyturn store move work --to aws-files", "back into the AWS files");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    KeyMove move = keys.move(arguments, PlaceValue.target(arguments));
    checkFrom(arguments, move);
    if (moves.isThere(move)) {
      return finish(move);
    }
    moves.checkPlace(move);
    report.preview(move);
    String question =
        "Move key "
            + AccessKey.shown(move.accessKeyId())
            + " from "
            + move.from()
            + " to "
            + move.to()
            + "?";
    if (!confirmation.given(arguments, question)) {
      output.note("nothing was changed");
      return ExitCode.NO;
    }
    moves.move(move);
    report.done(arguments, "moved", move);
    return ExitCode.DONE;
  }

  private ExitCode finish(KeyMove move) {
    output.note("the key of profile '" + move.profile() + "' is in " + move.from() + " already");
    List<StorePlace> removed = moves.finish(move);
    removed.forEach(place -> output.note("removed what an interrupted command left in " + place));
    if (removed.isEmpty()) {
      output.error("to see whether a copy is left elsewhere: keyturn store list");
    }
    return ExitCode.DONE;
  }

  private static void checkFrom(Arguments arguments, KeyMove move) {
    StorePlace from = FROM.in(arguments, move.from());
    if (!from.equals(move.from())) {
      throw new ProfileFailure.Bad(
              move.profile(),
              "the key of profile '" + move.profile() + "' is in " + move.from() + ", not " + from,
              arguments.typed().without(FROM))
          .exception();
    }
  }
}
