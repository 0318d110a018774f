package dev.keyturn.cli.command.keys;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.revocation.RevocationProof.Result;
import dev.keyturn.domain.iam.revocation.Scope;
import dev.keyturn.domain.iam.revocation.SessionRevocation;
import dev.keyturn.domain.iam.revocation.SessionRevocation.Revoked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code keyturn revoke}: revokes sessions at AWS. */
public final class RevokeCommand implements Command {

  private static final Flag KEYS = Option.flag("--keys", "Deactivate the user's access keys too.");

  private static final Flag EVERYONE =
      Option.flag("--everyone", "For a role: end everyone's sessions, not only yours.");

  private static final Flag UNDO =
      Option.flag("--undo", "Let the revoked sessions that have not expired work again.");

  private final Map<String, String> environment;
  private final ProfileUsers users;
  private final SessionRevocation revocation;
  private final Confirmation confirmation;
  private final RevocationReport report;

  public RevokeCommand(
      Map<String, String> environment,
      ProfileUsers users,
      SessionRevocation revocation,
      Confirmation confirmation,
      RevocationReport report) {
    this.environment = environment;
    this.users = users;
    this.revocation = revocation;
    this.confirmation = confirmation;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            KEYS, EVERYONE, UNDO, Confirmation.YES, ProfileChoice.OPTION, CommonOptions.OUTPUT)
        .rarely(ProfileUsers.RARE)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION, ExitCode.NO)
        .example("keyturn revoke account1", "end all sessions of the user of account1")
        .example(
            "keyturn revoke account1 --keys --yes", "after a theft: deactivate the access keys too")
        .example("keyturn revoke admin --everyone", "end all sessions of the role of admin");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    UserCalls user = users.of(arguments, ProfileChoice.of(arguments, environment));
    Scope scope = revocation.scope(user, EVERYONE.in(arguments));
    boolean asJson = CommonOptions.wantsJson(arguments);
    if (UNDO.in(arguments)) {
      boolean existed = revocation.undo(user, scope);
      report.printUndone(scope, existed, asJson);
      return existed ? ExitCode.DONE : ExitCode.NO;
    }
    if (!confirmation.given(arguments, () -> effects(arguments, user, scope), "Continue?")) {
      report.printKept();
      return ExitCode.NO;
    }
    Revoked revoked = revocation.revoke(user, scope, KEYS.in(arguments));
    List<String> roles = scope.isRole() ? List.of() : revocation.profilesOfRoles(user);
    report.print(user, revoked, roles, asJson);
    return revoked.proof() == Result.NOT_YET ? ExitCode.NO : ExitCode.DONE;
  }

  private List<String> effects(Arguments arguments, UserCalls user, Scope scope) {
    List<String> effects = new ArrayList<>();
    effects.add("This ends " + RevocationReport.whose(scope) + " that began before now.");
    List<String> keys = revocation.activeKeys(user);
    if (!keys.isEmpty()) {
      effects.add(
          KEYS.in(arguments)
              ? ("It deactivates " + String.join(" and ", keys) + ": you need a new key")
                  + " afterwards, from the AWS console or an administrator."
              : String.join(" and ", keys) + ": still works afterwards; --keys deactivates it.");
    }
    if (!scope.isRole()) {
      effects.add("Sessions" + RevocationReport.ofRoles(scope, revocation.profilesOfRoles(user)));
    }
    return effects;
  }
}
