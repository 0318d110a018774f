package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.RepeatedOption;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.code.CodeOrigin;
import dev.keyturn.domain.profile.plan.Durations;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.RoleParameters;
import dev.keyturn.domain.profile.plan.SessionPolicies;
import dev.keyturn.domain.profile.plan.SessionTag;
import dev.keyturn.domain.profile.plan.Suffixes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options that change how a session is made, wherever one is made or explained. */
public final class PlanOptions {

  /** How long the session lasts. */
  public static final ValueOption<Duration> DURATION =
      Option.duration(
          "-d, --duration",
          Durations.Range.SESSION,
          "How long the session lasts: 15m to 36h, or seconds; for a role 15m to 12h (default: 12h;"
              + " for a role 1h).");

  /** The role. */
  public static final ValueOption<String> ROLE =
      new ValueOption<>("--role-arn", RoleText.ARN, "Assume this role.");

  /** Roles, for a command that makes several sessions. */
  public static final RepeatedOption<String> ROLES =
      new RepeatedOption<>(
          "--role-arn", RoleText.ARN, "Assume this role; repeat it to assume several roles.");

  private static final ValueOption<String> DEVICE =
      Option.text(
          "--device",
          "DEVICE",
          "Name or serial number of the MFA device, instead of the profile's own.");

  private static final ValueOption<String> SESSION_NAME =
      new ValueOption<>(
          "--role-session-name",
          RoleText.SESSION_NAME,
          "Name of the role session, as it appears in AWS CloudTrail.");

  private static final ValueOption<String> EXTERNAL_ID =
      new ValueOption<>(
          "--external-id",
          RoleText.EXTERNAL_ID,
          "External ID that the role's trust policy requires.");

  private static final ValueOption<String> SOURCE_IDENTITY =
      new ValueOption<>(
          "--source-identity", RoleText.SOURCE_IDENTITY, "Source identity of the role session.");

  private static final RepeatedOption<SessionTag> TAG =
      new RepeatedOption<>(
          "--tag", new TagValue(), "Session tag of the role session; repeat it for several.");

  private static final ValueOption<String> LONG_TERM_SUFFIX =
      Option.text(
          "--long-term-suffix",
          "SUFFIX",
          "Suffix of the section with the long-term keys (default: -long-term).");

  private static final ValueOption<String> SHORT_TERM_SUFFIX =
      Option.text(
          "--short-term-suffix",
          "SUFFIX",
          "Suffix of the section that receives the session (default: none).");

  /** Where codes come from. */
  public static final ValueOption<List<CodeOrigin>> PROMPT =
      new ValueOption<>(
          "--prompt",
          new Origins(),
          "Where MFA codes may come from, in this order (default: KEYTURN_MFA_PROMPT, then"
              + " "
              + CodeOrigin.text(List.of(CodeOrigin.values()))
              + ").");

  /** Allows sending keys and codes unencrypted. */
  public static final Flag ALLOW_HTTP =
      Option.flag(
          "--allow-http", "Allow endpoints without TLS; keys and codes are sent unencrypted.");

  /** The rarely needed options. */
  public static final List<Option> RARE =
      List.of(
          DEVICE,
          SESSION_NAME,
          EXTERNAL_ID,
          SOURCE_IDENTITY,
          TAG,
          LONG_TERM_SUFFIX,
          SHORT_TERM_SUFFIX,
          PROMPT,
          ALLOW_HTTP);

  private static final class TagValue extends Value<SessionTag> {
    TagValue() {
      super("KEY=VALUE", "project=blue");
    }

    @Override
    public SessionTag parse(String text) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new Failure.Usage("'" + text + "' is not of the form KEY=VALUE", "").exception();
      }
      return new SessionTag(text.substring(0, equals), text.substring(equals + 1));
    }
  }

  private static final class Origins extends Value<List<CodeOrigin>> {
    Origins() {
      super("SOURCES", "terminal,gui");
    }

    @Override
    public List<CodeOrigin> parse(String text) {
      return CodeOrigin.parse(text);
    }

    @Override
    public List<String> choices() {
      List<String> words = new ArrayList<>();
      for (CodeOrigin origin : CodeOrigin.values()) {
        words.add(origin.text());
      }
      return words;
    }
  }

  private PlanOptions() {}

  /** The request of those options that the command has. */
  public static PlanRequest request(
      Arguments arguments, ProfileChoice profile, Map<String, String> environment) {
    return request(arguments, profile, given(ROLE, arguments), null, environment);
  }

  /** The same with another role and target; null for none. */
  public static PlanRequest request(
      Arguments arguments,
      ProfileChoice profile,
      @Nullable String roleArn,
      @Nullable String saveAs,
      Map<String, String> environment) {
    return PlanRequest.of(profile.name(), environment)
        .withTyped(profile.explicit())
        .withDuration(given(DURATION, arguments))
        .withDevice(device(arguments))
        .withRole(roleArn)
        .withParameters(
            new RoleParameters(
                given(SESSION_NAME, arguments),
                given(EXTERNAL_ID, arguments),
                given(SOURCE_IDENTITY, arguments),
                arguments.takes(TAG) ? TAG.in(arguments) : List.of(),
                SessionPolicies.NONE))
        .withPolicies(PolicyOptions.in(arguments))
        .withSaveAs(saveAs)
        .withSuffixes(suffixes(arguments))
        .withPrompt(given(PROMPT, arguments))
        .withHttp(arguments.takes(ALLOW_HTTP) && ALLOW_HTTP.in(arguments));
  }

  private static @Nullable MfaDevice device(Arguments arguments) {
    String serial = given(DEVICE, arguments);
    return serial == null ? null : new MfaDevice(serial);
  }

  private static Suffixes suffixes(Arguments arguments) {
    Suffixes standard = Suffixes.STANDARD;
    String longTerm = given(LONG_TERM_SUFFIX, arguments);
    String shortTerm = given(SHORT_TERM_SUFFIX, arguments);
    return longTerm == null && shortTerm == null
        ? standard
        : Suffixes.parse(
            longTerm == null ? standard.longTerm() : longTerm,
            shortTerm == null ? standard.shortTerm() : shortTerm);
  }

  private static <T> @Nullable T given(ValueOption<T> option, Arguments arguments) {
    return arguments.takes(option) ? option.in(arguments).orElse(null) : null;
  }
}
