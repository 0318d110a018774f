package dev.keyturn.cli.command.policy;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.ProfileAccount;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.policy.template.PolicyTemplate;
import java.util.List;

/** {@code keyturn policy show}: prints a filled-in policy. */
public final class PolicyShowCommand implements Command {

  private static final Argument<PolicyTemplate> NAME =
      Argument.required(
          TemplateOptions.NAME, "Name of the policy, as keyturn policy list shows it.");

  private final ProfileAccount accounts;
  private final Output output;

  public PolicyShowCommand(ProfileAccount accounts, Output output) {
    this.accounts = accounts;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of()
        .with(TemplateOptions.ALL)
        .with(List.of(ProfileChoice.ONLY_OPTION))
        .rarely(ProfileUsers.RARE)
        .taking(NAME);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.CALLS_AWS)
        .example("keyturn policy show require-mfa --account 123456789012", "print the policy")
        .example(
            "keyturn policy show role-trust --role admin --max-age 1h -p work",
            "print the trust policy of a role in the account of work");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    PolicyTemplate template = NAME.onlyIn(arguments);
    output.text(template.document(TemplateOptions.values(arguments, accounts)));
    return ExitCode.DONE;
  }
}
