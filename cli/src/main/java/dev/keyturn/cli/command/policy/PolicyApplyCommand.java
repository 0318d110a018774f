package dev.keyturn.cli.command.policy;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.ProfileAccount;
import dev.keyturn.cli.command.profile.ProfileAdministrator;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.iam.setup.SetupRequest;
import dev.keyturn.domain.policy.template.PolicyTemplate;
import java.util.List;

/** {@code keyturn policy apply}: gives a user or role the policies, and creates what is missing. */
public final class PolicyApplyCommand implements Command {

  private static final Argument<PolicyTemplate> NAMES =
      Argument.any(TemplateOptions.NAME, "Names of policies, as keyturn policy list shows them.");

  private final ProfileAdministrator administrators;
  private final ProfileAccount accounts;
  private final SetupRun run;

  public PolicyApplyCommand(
      ProfileAdministrator administrators, ProfileAccount accounts, SetupRun run) {
    this.administrators = administrators;
    this.accounts = accounts;
    this.run = run;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(SetupRun.DRY_RUN, Confirmation.YES)
        .with(TemplateOptions.ALL)
        .with(List.of(ProfileChoice.ONLY_OPTION, CommonOptions.OUTPUT))
        .rarely(ProfileUsers.RARE)
        .taking(NAMES);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION, ExitCode.NO)
        .example(
            "keyturn policy apply self-service require-mfa --user alice -p admin",
            "make MFA a requirement for alice")
        .example(
            "keyturn policy apply role-trust --role deploy --max-age 1h --dry-run",
            "show what would change");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    List<PolicyTemplate> templates = NAMES.in(arguments);
    if (templates.isEmpty()) {
      throw new Failure.Usage(
              "the name of a policy is missing",
              "keyturn policy list, then " + arguments.typed().with(NAMES, "NAME"))
          .exception();
    }
    SetupRequest request =
        new SetupRequest(templates, TemplateOptions.values(arguments, accounts), false);
    return administrators.working(
        arguments, administrator -> run.run(arguments, administrator, List.of(request)));
  }
}
