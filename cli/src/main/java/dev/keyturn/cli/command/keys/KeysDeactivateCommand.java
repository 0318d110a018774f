package dev.keyturn.cli.command.keys;

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
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.key.KeyChanges;

/** {@code keyturn keys deactivate}: deactivates a key. */
public final class KeysDeactivateCommand implements Command {

  private static final Flag FORCE =
      Option.flag("--force", "Deactivate the key even if profiles use it or it is the only one.");

  private final ProfileUsers users;
  private final KeyChanges keys;
  private final Output output;

  public KeysDeactivateCommand(ProfileUsers users, KeyChanges keys, Output output) {
    this.users = users;
    this.keys = keys;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(FORCE, ProfileChoice.ONLY_OPTION, CommonOptions.OUTPUT)
        .rarely(ProfileUsers.RARE)
        .taking(OneKey.KEY);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION)
        .example("keyturn keys deactivate AKIAIOSFODNN7EXAMPLE -p account1", "deactivate the key")
        .example(
            "keyturn keys deactivate AKIAIOSFODNN7EXAMPLE --force", "even if a profile uses it");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    UserCalls user = users.of(arguments);
    String key = OneKey.KEY.onlyIn(arguments);
    keys.deactivate(user, key, FORCE.in(arguments));
    OneKey.print(
        output,
        arguments,
        "inactive",
        ("once nothing uses it: " + user.command("keys", "delete", key))
            + ("; to undo: " + user.command("keys", "activate", key)));
    return ExitCode.DONE;
  }
}
