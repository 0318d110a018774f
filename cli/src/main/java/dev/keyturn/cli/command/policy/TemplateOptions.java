package dev.keyturn.cli.command.policy;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.RepeatedOption;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.profile.ProfileAccount;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.policy.template.PolicyTemplate;
import dev.keyturn.domain.policy.template.TemplateValues;
import dev.keyturn.domain.policy.template.TrustLimits;
import dev.keyturn.domain.profile.plan.Partition;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The options by which policies are filled in. */
public final class TemplateOptions {

  static final ValueOption<String> ACCOUNT =
      Option.text("--account", "ID", "Account ID (default: the account of the profile).");

  static final ValueOption<String> USER = Option.text("--user", "USER", "Name of the user.");

  static final RepeatedOption<String> ROLES =
      Option.texts(
          "--role", "ROLE", "Name of the role; repeat it to let a user assume several roles.");

  static final ValueOption<String> BUCKET =
      Option.text("--bucket", "BUCKET", "Name of the S3 bucket.");

  static final ValueOption<Duration> MAX_AGE =
      Option.duration(
          "--max-age", "Trust policy: how long ago the MFA code may have been given, at most.");

  static final ValueOption<String> EXTERNAL_ID =
      Option.text("--external-id", "ID", "Trust policy: external ID that AssumeRole must contain.");

  /** All of them. */
  static final List<Option> ALL = List.of(USER, ROLES, BUCKET, ACCOUNT, MAX_AGE, EXTERNAL_ID);

  /** The name of a policy among those of {@code keyturn policy list}. */
  static final Value<PolicyTemplate> NAME = new NameValue();

  private static final class NameValue extends Value<PolicyTemplate> {
    NameValue() {
      super("NAME", PolicyTemplate.REQUIRE_MFA.id());
    }

    @Override
    public PolicyTemplate parse(String text) {
      PolicyTemplate template = PolicyTemplate.byId(text);
      if (template == null) {
        String known = choices().stream().collect(Collectors.joining(", "));
        throw new Failure.Usage(
                "there is no policy '" + text + "'; the policies are " + known,
                "keyturn policy list")
            .exception();
      }
      return template;
    }

    @Override
    public List<String> choices() {
      return Arrays.stream(PolicyTemplate.values()).map(PolicyTemplate::id).toList();
    }
  }

  private TemplateOptions() {}

  /** The values that were given, and the account of the profile where none was. */
  static TemplateValues values(Arguments arguments, ProfileAccount accounts) {
    String typed = ACCOUNT.in(arguments, "");
    ProfileAccount.Account account =
        typed.isEmpty() ? accounts.of(arguments) : new ProfileAccount.Account(Partition.AWS, typed);
    return new TemplateValues(
        account.partition(),
        account.id(),
        USER.in(arguments).orElse(null),
        ROLES.in(arguments),
        BUCKET.in(arguments).orElse(null),
        new TrustLimits(
            MAX_AGE.in(arguments).orElse(null), EXTERNAL_ID.in(arguments).orElse(null)));
  }
}
