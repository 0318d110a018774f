package dev.keyturn.cli.command.keys;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.key.KeyList;
import dev.keyturn.domain.iam.revocation.SessionRevocation;
import java.time.Duration;
import java.util.Map;

/** {@code keyturn keys list}: lists the user's access keys and their places. */
public final class KeysListCommand implements Command {

  private static final int DAYS = 90;

  private static final ValueOption<Integer> WARN_AFTER =
      new ValueOption<>(
          "--warn-after",
          Value.number(1, 36_500, DAYS),
          "Warn of active keys that are older than this many days (default: 90).");

  private final Map<String, String> environment;
  private final ProfileUsers users;
  private final KeyList keys;
  private final SessionRevocation revocation;
  private final KeyReport report;

  public KeysListCommand(
      Map<String, String> environment,
      ProfileUsers users,
      KeyList keys,
      SessionRevocation revocation,
      KeyReport report) {
    this.environment = environment;
    this.users = users;
    this.keys = keys;
    this.revocation = revocation;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(WARN_AFTER, ProfileChoice.OPTION, CommonOptions.OUTPUT)
        .rarely(ProfileUsers.RARE)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION)
        .example("keyturn keys list account1", "list the keys of the user of account1")
        .example("keyturn keys list --warn-after 30", "warn of keys older than 30 days");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    UserCalls user = users.of(arguments, ProfileChoice.of(arguments, environment));
    Duration warnAfter = Duration.ofDays(WARN_AFTER.in(arguments, DAYS));
    report.print(user, keys.of(user), warnAfter, CommonOptions.wantsJson(arguments));
    if (revocation.removeIfOver(user)) {
      report.printOver(user);
    }
    return ExitCode.DONE;
  }
}
