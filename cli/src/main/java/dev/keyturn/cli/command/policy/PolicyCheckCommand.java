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
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Input;
import dev.keyturn.cli.command.port.file.TextFiles;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.policy.caller.Subject;
import dev.keyturn.domain.policy.check.CheckedPolicies;
import dev.keyturn.domain.policy.check.CheckedPolicies.Attachment;
import dev.keyturn.domain.policy.check.PolicyCheck;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.profile.plan.Partition;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code keyturn policy check}: evaluates what a policy lets callers do with and without MFA. */
public final class PolicyCheckCommand implements Command {

  private static final Argument<String> FILE =
      Argument.optional(Value.FILE, "Policy document in JSON; - is standard input.");

  private static final Flag LIVE =
      Option.flag(
          "--live", "Check what applies to --user and --role in the account of the profile.");

  static final ValueOption<String> USER =
      Option.text("--user", "USER", "The policy belongs to this user (default: an example).");

  private static final ValueOption<String> ROLE =
      Option.text("--role", "ROLE", "The policy belongs to this role.");

  private static final ValueOption<String> BUCKET =
      Option.text("--bucket", "BUCKET", "Bucket whose objects are tried (default: examplebucket).");

  private static final ValueOption<String> ACCOUNT =
      Option.text(
          "--account", "ID", "Account ID (default: the first one in the policy, or an example).");

  private static final Flag REASONS =
      Option.flag("--reasons", "Show which statement decides each call.");

  private static final Pattern ACCOUNT_IN_ARN = Pattern.compile("arn:[a-z-]+:iam::([0-9]{12}):");
  private static final String BUCKET_NAME = "examplebucket";
  private static final String EXAMPLE_ACCOUNT = "123456789012";

  private final TextFiles files;
  private final Input input;
  private final InstantSource clock;
  private final LivePolicies live;
  private final CheckReport report;

  public PolicyCheckCommand(
      TextFiles files, Input input, InstantSource clock, LivePolicies live, CheckReport report) {
    this.files = files;
    this.input = input;
    this.clock = clock;
    this.live = live;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            LIVE,
            USER,
            ROLE,
            BUCKET,
            ACCOUNT,
            REASONS,
            ProfileChoice.ONLY_OPTION,
            CommonOptions.OUTPUT)
        .rarely(ProfileUsers.RARE)
        .taking(FILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION, ExitCode.NO)
        .example("keyturn policy check policy.json", "check a policy of a user")
        .example("keyturn policy check policy.json --role admin", "check a policy of a role")
        .example(
            "keyturn policy check --live --user alice --role admin -p work",
            "check all that applies to both now")
        .example(
            "keyturn policy show require-mfa --account 123456789012 | keyturn policy check -",
            "check one of Keyturn's own");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    PolicyCheck check = LIVE.in(arguments) ? live(arguments) : ofFile(arguments);
    report.print(check, REASONS.in(arguments), CommonOptions.wantsJson(arguments));
    return check.findings().isEmpty() ? ExitCode.DONE : ExitCode.NO;
  }

  private PolicyCheck live(Arguments arguments) {
    if (FILE.isIn(arguments)) {
      throw new Failure.Usage(
              "--live and a file cannot be used together", arguments.typed().without(LIVE))
          .exception();
    }
    return live.check(
        arguments,
        USER.in(arguments, ""),
        ROLE.in(arguments, ""),
        BUCKET.in(arguments, BUCKET_NAME));
  }

  private PolicyCheck ofFile(Arguments arguments) {
    if (USER.isIn(arguments) && ROLE.isIn(arguments)) {
      throw new Failure.Usage(
              "--user and --role cannot be used together", arguments.typed().without(USER))
          .exception();
    }
    String file =
        FILE.firstIn(arguments)
            .orElseThrow(() ->
                new Failure.Usage(
                        "the file with the policy is missing", arguments.typed().with(FILE, "FILE"))
                    .exception());
    String text = file.equals("-") ? input.text() : files.read(file);
    Policy policy = Policy.parse(file.equals("-") ? "standard input" : file, text);
    Attachment attachment = ROLE.isIn(arguments) ? Attachment.ROLE : Attachment.USER;
    return PolicyCheck.of(
        CheckedPolicies.of(policy, attachment), subject(arguments, text), clock.instant());
  }

  private static Subject subject(Arguments arguments, String text) {
    return new Subject(
        Partition.AWS,
        ACCOUNT.in(arguments).orElseGet(() -> accountIn(text)),
        USER.in(arguments, "alice"),
        ROLE.in(arguments, "example"),
        BUCKET.in(arguments, BUCKET_NAME),
        Map.of());
  }

  private static String accountIn(String text) {
    Matcher account = ACCOUNT_IN_ARN.matcher(text);
    return account.find() ? account.group(1) : EXAMPLE_ACCOUNT;
  }
}
