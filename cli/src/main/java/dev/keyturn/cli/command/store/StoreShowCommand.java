package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.Table;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyMove;
import dev.keyturn.domain.store.move.KeyMoves;
import java.util.List;

/**
 * {@code keyturn store show}: shows the place of a profile's long-term key, and the secret only on
 * request.
 */
public final class StoreShowCommand implements Command {

  private static final Flag SECRET =
      Option.flag("--show-secret", "Print the secret access key, and nothing else.");

  private final ProfileKey keys;
  private final KeyMoves moves;
  private final Output output;

  public StoreShowCommand(ProfileKey keys, KeyMoves moves, Output output) {
    this.keys = keys;
    this.moves = moves;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(ProfileChoice.OPTION, SECRET, CommonOptions.OUTPUT)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS, ExitCode.PERSON_NEEDED)
        .example("keyturn store show work", "show the key's id and its place")
        .example("keyturn store show work --show-secret", "print its secret");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    KeyMove key = keys.move(arguments, StorePlace.AWS_FILES);
    if (SECRET.in(arguments)) {
      output.line(moves.secretOf(key).reveal(Reveal.EXPORT));
    } else if (CommonOptions.wantsJson(arguments)) {
      output.line(
          Json.object(to -> {
            to.writeStringProperty("profile", key.profile());
            to.writeStringProperty("section", key.section());
            to.writeStringProperty("access_key_id", AccessKey.shown(key.accessKeyId()));
            to.writeStringProperty("place", key.from().text());
          }));
    } else {
      output.text(
          Table.text(
              List.of(
                  List.of("profile", key.profile()),
                  List.of("section", key.section()),
                  List.of("access key", AccessKey.shown(key.accessKeyId())),
                  List.of("place", key.from().text()))));
    }
    return ExitCode.DONE;
  }
}
