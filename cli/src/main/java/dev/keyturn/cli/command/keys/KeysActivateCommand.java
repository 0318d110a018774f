package dev.keyturn.cli.command.keys;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.key.KeyChanges;

/** {@code keyturn keys activate}: activates a key again. */
public final class KeysActivateCommand implements Command {

  private final ProfileUsers users;
  private final KeyChanges keys;
  private final Output output;

  public KeysActivateCommand(ProfileUsers users, KeyChanges keys, Output output) {
    this.users = users;
    this.keys = keys;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(ProfileChoice.ONLY_OPTION, CommonOptions.OUTPUT)
        .rarely(ProfileUsers.RARE)
        .taking(OneKey.KEY);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION)
        .example("keyturn keys activate AKIAIOSFODNN7EXAMPLE -p account1", "activate the key again")
        .example("keyturn keys activate AKIAIOSFODNN7EXAMPLE", "the same for AWS_PROFILE");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    UserCalls user = users.of(arguments);
    String key = OneKey.KEY.onlyIn(arguments);
    keys.activate(user, key);
    OneKey.print(output, arguments, "active", "next: " + user.command("keys", "list"));
    return ExitCode.DONE;
  }
}
