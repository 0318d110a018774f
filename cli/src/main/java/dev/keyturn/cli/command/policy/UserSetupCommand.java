package dev.keyturn.cli.command.policy;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.ProfileAccount;
import dev.keyturn.cli.command.profile.ProfileAccount.Account;
import dev.keyturn.cli.command.profile.ProfileAdministrator;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.iam.setup.SetupRequest;
import dev.keyturn.domain.policy.template.PolicyTemplate;
import dev.keyturn.domain.policy.template.TemplateValues;
import dev.keyturn.domain.policy.template.TrustLimits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code keyturn user setup}: users who must use MFA, with a first access key. */
public final class UserSetupCommand implements Command {

  private static final Argument<String> NAMES =
      Argument.any(Value.text("NAME"), "Names of the users.");

  private static final Flag NO_KEYS = Option.flag("--no-keys", "Create no access keys.");

  private final ProfileAdministrator administrators;
  private final ProfileAccount accounts;
  private final SetupRun run;

  public UserSetupCommand(
      ProfileAdministrator administrators, ProfileAccount accounts, SetupRun run) {
    this.administrators = administrators;
    this.accounts = accounts;
    this.run = run;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            TemplateOptions.ROLES,
            TemplateOptions.BUCKET,
            NO_KEYS,
            SetupRun.CSV_FOLDER,
            SetupRun.DRY_RUN,
            Confirmation.YES,
            ProfileChoice.ONLY_OPTION,
            CommonOptions.OUTPUT)
        .rarely(TemplateOptions.MAX_AGE, TemplateOptions.EXTERNAL_ID)
        .rarely(ProfileUsers.RARE)
        .taking(NAMES);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION, ExitCode.NO)
        .example("keyturn user setup alice bob -p admin", "two users with policies and keys")
        .example(
            "keyturn user setup alice --role deploy --bucket examplebucket --dry-run",
            "show what a user with a role would need");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    List<String> names = NAMES.in(arguments);
    if (names.isEmpty()) {
      throw new Failure.Usage(
              "the name of a user is missing", arguments.typed().with(NAMES, "NAME"))
          .exception();
    }
    Account account = accounts.of(arguments);
    List<SetupRequest> requests = new ArrayList<>();
    for (String role : TemplateOptions.ROLES.in(arguments)) {
      requests.add(ofRole(arguments, account, role));
    }
    for (String name : names) {
      requests.add(ofUser(arguments, account, name));
    }
    return administrators.working(
        arguments, administrator -> run.run(arguments, administrator, requests));
  }

  /** Its trust policy names the account, so that the policies of the users decide. */
  private static SetupRequest ofRole(Arguments arguments, Account account, String role) {
    List<PolicyTemplate> templates = new ArrayList<>(List.of(PolicyTemplate.ROLE_TRUST));
    if (TemplateOptions.BUCKET.isIn(arguments)) {
      templates.add(PolicyTemplate.ROLE_PERMISSIONS);
      templates.add(PolicyTemplate.BUCKET_POLICY);
    }
    return new SetupRequest(templates, values(arguments, account, null, List.of(role)), false);
  }

  private static SetupRequest ofUser(Arguments arguments, Account account, String user) {
    List<String> roles = TemplateOptions.ROLES.in(arguments);
    List<PolicyTemplate> templates =
        new ArrayList<>(List.of(PolicyTemplate.SELF_SERVICE, PolicyTemplate.REQUIRE_MFA));
    if (!roles.isEmpty()) {
      templates.add(PolicyTemplate.ASSUME_ROLE);
    }
    return new SetupRequest(
        templates, values(arguments, account, user, roles), !NO_KEYS.in(arguments));
  }

  private static TemplateValues values(
      Arguments arguments, Account account, @Nullable String user, List<String> roles) {
    return new TemplateValues(
        account.partition(),
        account.id(),
        user,
        roles,
        TemplateOptions.BUCKET.in(arguments).orElse(null),
        new TrustLimits(
            TemplateOptions.MAX_AGE.in(arguments).orElse(null),
            TemplateOptions.EXTERNAL_ID.in(arguments).orElse(null)));
  }
}
