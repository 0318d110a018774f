package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.RepeatedOption;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.domain.profile.plan.PolicyRequest;
import java.util.List;

/** The options that limit what the session of a role may do. */
public final class PolicyOptions {

  private static final ValueOption<String> POLICY =
      new ValueOption<>(
          "--policy",
          Value.fileOr("FILE|JSON"),
          "Restrict the role session further with this policy.");

  private static final RepeatedOption<String> POLICY_ARN =
      Option.texts(
          "--policy-arn",
          "ARN",
          "Restrict the role session further with this managed policy; repeat it for up to 10.");

  private static final Flag READ_ONLY =
      Option.flag(
          "--read-only", "Restrict the role session to read access (AWS policy ReadOnlyAccess).");

  /** All of them. */
  public static final List<Option> ALL = List.of(POLICY, POLICY_ARN, READ_ONLY);

  private PolicyOptions() {}

  /** The request of those options that the command has. */
  public static PolicyRequest in(Arguments arguments) {
    return arguments.takes(POLICY)
        ? new PolicyRequest(
            POLICY.in(arguments).orElse(null), POLICY_ARN.in(arguments), READ_ONLY.in(arguments))
        : PolicyRequest.NONE;
  }
}
