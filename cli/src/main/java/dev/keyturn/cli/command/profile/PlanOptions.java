package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.RoleParameters;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.Suffixes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The options that change how a session is made, wherever one is made or explained. */
public final class PlanOptions {

  public static final String ROLE = "--role-arn";

  private PlanOptions() {}

  public static void addTo(CommandSpec spec) {
    spec.addOption(Options.option("ARN", "Assume this role.", ROLE));
    addShared(spec);
  }

  /** With roles by the dozen. */
  public static void addWithRolesTo(CommandSpec spec) {
    spec.addOption(Options.repeatable("ARN", "Assume this role; more than once for more.", ROLE));
    addShared(spec);
  }

  private static void addShared(CommandSpec spec) {
    spec.addOption(Options.duration("How long: 12h, 45m, 43200, PT12H.", "-d", "--duration"));
    spec.addOption(Options.option("SERIAL", "The MFA device's serial number.", "--device"));
    spec.addOption(Options.option("NAME", "The role session's name.", "--role-session-name"));
    spec.addOption(Options.option("ID", "The external id the role asks for.", "--external-id"));
    spec.addOption(
        Options.option("WHO", "The role session's source identity.", "--source-identity"));
    spec.addOption(Options.repeatable("K=V", "A session tag of the role session.", "--tag"));
    spec.addOption(
        Options.option("SUFFIX", "What follows the name where keys are.", "--long-term-suffix"));
    spec.addOption(
        Options.option("SUFFIX", "What follows it where the session goes.", "--short-term-suffix"));
    spec.addOption(Options.flag("Send keys and codes over plain http.", "--allow-http"));
  }

  public static PlanRequest request(
      Arguments arguments, ProfileChoice profile, Map<String, String> environment) {
    return request(
        arguments,
        profile,
        arguments.text(ROLE).orElse(null),
        arguments.text("--save-as").orElse(null),
        environment);
  }

  /** With a role and a target of its own; null for none. */
  public static PlanRequest request(
      Arguments arguments,
      ProfileChoice profile,
      @Nullable String roleArn,
      @Nullable String saveAs,
      Map<String, String> environment) {
    return PlanRequest.of(profile.name(), environment)
        .withTyped(profile.explicit())
        .withDuration(arguments.duration("--duration"))
        .withDevice(arguments.text("--device").map(MfaDevice::new).orElse(null))
        .withRole(RoleText.ARN.checked(roleArn))
        .withParameters(
            new RoleParameters(
                RoleText.SESSION_NAME.in(arguments),
                RoleText.EXTERNAL_ID.in(arguments),
                RoleText.SOURCE_IDENTITY.in(arguments),
                tags(arguments.texts("--tag"))))
        .withSaveAs(saveAs)
        .withSuffixes(suffixes(arguments))
        .withHttp(arguments.has("--allow-http"));
  }

  private static Suffixes suffixes(Arguments arguments) {
    Suffixes standard = Suffixes.STANDARD;
    return Suffixes.parse(
        arguments.text("--long-term-suffix").orElse(standard.longTerm()),
        arguments.text("--short-term-suffix").orElse(standard.shortTerm()));
  }

  private static List<SessionPlan.Tag> tags(List<String> words) {
    List<SessionPlan.Tag> tags = new ArrayList<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new Failure.Usage("a tag is written K=V", "--tag project=blue").exception();
      }
      tags.add(new SessionPlan.Tag(word.substring(0, equals), word.substring(equals + 1)));
    }
    return tags;
  }
}
