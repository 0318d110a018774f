package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Input;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.profile.PlaceValue;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.store.move.KeyMove;
import dev.keyturn.domain.store.move.KeyMoves;

/** {@code keyturn store add}: puts a new long-term key in a place, for a profile. */
public final class StoreAddCommand implements Command {

  private static final ValueOption<String> ID =
      Option.text("--access-key-id", "ID", "Access key ID (default: ask for it).");

  private final ProfileKey keys;
  private final KeyMoves moves;
  private final Input input;
  private final Terminal terminal;
  private final MoveReport report;

  public StoreAddCommand(
      ProfileKey keys, KeyMoves moves, Input input, Terminal terminal, MoveReport report) {
    this.keys = keys;
    this.moves = moves;
    this.input = input;
    this.terminal = terminal;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(ProfileChoice.OPTION, PlaceValue.TO, ID, CommonOptions.OUTPUT)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.PERSON_NEEDED)
        .example("keyturn store add work --to keychain", "ask for id and secret")
        .example(
            "keyturn store add work --to keychain --access-key-id AKIAIOSFODNN7EXAMPLE <secret.txt",
            "read the secret from standard input");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    String profile = keys.profile(arguments);
    KeyMove move = KeyMove.fresh(profile, "", PlaceValue.target(arguments));
    moves.checkAdd(move);
    String id = id(arguments);
    KeyMove added = KeyMove.fresh(profile, id, move.to());
    moves.add(added, new AccessKey(id, Secret.of(secret(arguments))));
    report.done(arguments, "added", added);
    return ExitCode.DONE;
  }

  private String id(Arguments arguments) {
    String id =
        ID.in(arguments)
            .orElseGet(() -> {
              if (!input.isTerminal()) {
                throw new Failure.Usage(
                        "the access key ID is missing", arguments.typed().with(ID, "ID"))
                    .exception();
              }
              return terminal.ask("Access key ID: ");
            })
            .strip();
    if (id.isEmpty()) {
      throw new Failure.Usage("the access key ID is empty", arguments.typed().with(ID, "ID"))
          .exception();
    }
    return id;
  }

  private String secret(Arguments arguments) {
    String secret =
        (input.isTerminal() ? terminal.askSecret("Secret access key: ") : input.line()).strip();
    if (secret.isEmpty()) {
      String line = arguments.typed().without();
      throw new Failure.Usage(
              "the secret access key is empty", input.isTerminal() ? line : line + " <FILE")
          .exception();
    }
    return secret;
  }
}
