package dev.keyturn.domain.session.store;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.RoleParameters;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name under which the AWS CLI caches a role's session: the SHA-1 of the profile's arguments
 * for AssumeRole, as Python's {@code json.dumps(arguments, sort_keys=True)} writes them. Neither
 * the source profile nor the long-term key is part of it.
 *
 * @param arguments the JSON text
 * @param namesDevice whether an MFA device, which identifies the user, is among them
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/credentials.py">{@code
 *     BaseAssumeRoleCredentialFetcher._create_cache_key}</a>
 */
public record AwsCliKey(String arguments, boolean namesDevice) {

  private static final int MOST_DIGITS = 9;

  /**
   * The key of the session that {@code step} grants; empty if the AWS CLI would request a different
   * session.
   *
   * @param device the device whose code the plan uses; null without MFA
   */
  public static Optional<AwsCliKey> of(
      AwsConfiguration configuration, Step.AssumeRole step, @Nullable String device) {
    return configuration
        .profile(step.profile())
        .filter(profile -> asksForSame(profile, step))
        .filter(profile ->
            profile.value("mfa_serial").filter(serial -> !serial.equals(device)).isEmpty())
        .map(AwsCliKey::of);
  }

  private static boolean asksForSame(Section profile, Step.AssumeRole step) {
    RoleParameters asked = step.parameters();
    return asked.tags().isEmpty()
        && asked.sourceIdentity() == null
        && asked.policies().isNone()
        && says(profile, "role_arn", step.roleArn())
        && says(profile, "external_id", asked.externalId())
        && says(profile, "role_session_name", asked.sessionName())
        && profile.filled("web_identity_token_file").isEmpty();
  }

  private static boolean says(Section profile, String name, @Nullable String value) {
    return Objects.equals(profile.value(name).orElse(null), value);
  }

  private static AwsCliKey of(Section profile) {
    StringBuilder json = new StringBuilder();
    profile
        .value("duration_seconds")
        .filter(AwsCliKey::isWholeNumber)
        .ifPresent(text -> member(json, "DurationSeconds").append(Integer.parseInt(text)));
    member(json, "ExternalId", profile.value("external_id"));
    member(json, "RoleArn", profile.value("role_arn"));
    member(json, "RoleSessionName", profile.value("role_session_name"));
    member(json, "SerialNumber", profile.value("mfa_serial"));
    return new AwsCliKey("{" + json + "}", profile.value("mfa_serial").isPresent());
  }

  private static boolean isWholeNumber(String text) {
    int begin = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    int digits = text.length() - begin;
    return digits > 0
        && digits <= MOST_DIGITS
        && text.chars().skip(begin).allMatch(c -> c >= '0' && c <= '9');
  }

  private static void member(StringBuilder json, String name, Optional<String> value) {
    value.ifPresent(text -> quote(member(json, name), text));
  }

  private static StringBuilder member(StringBuilder json, String name) {
    return json.append(json.isEmpty() ? "" : ", ").append('"').append(name).append("\": ");
  }

  /** As Python does by default: everything beyond printable ASCII is escaped. */
  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c == '\t') {
        json.append("\\t");
      } else if (c < ' ' || c > '~') {
        json.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  /** The name. */
  public String name() {
    try {
      byte[] bytes = arguments.getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
