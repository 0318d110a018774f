package dev.keyturn.domain.session.store;

import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.RoleParameters;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.profile.plan.SessionTag;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a session in the store: the long-term key, the device and every option that
 * changes what AWS grants, except the requested duration.
 *
 * @param text the parts in a fixed order; contains no secret
 */
public record SessionKey(String text) {

  private static final char BETWEEN = '\n';

  /** The key of the session granted by the first {@code steps} steps of {@code plan}. */
  public static SessionKey of(
      SessionPlan plan, String accessKeyId, @Nullable MfaDevice device, int steps) {
    StringBuilder text = new StringBuilder(plan.partition()).append(BETWEEN).append(accessKeyId);
    text.append(BETWEEN).append(device == null ? "" : device.serialNumber());
    for (Step step : plan.steps().subList(0, steps)) {
      text.append(BETWEEN);
      if (step instanceof Step.AssumeRole role) {
        describe(role, text);
      } else {
        text.append("user");
      }
    }
    return new SessionKey(text.toString());
  }

  /** Whether such sessions are made with this long-term key. */
  public boolean restsOn(String accessKeyId) {
    return text.startsWith(accessKeyId + BETWEEN, afterPartition());
  }

  /** The same with another long-term key. */
  public SessionKey withAccessKey(String accessKeyId) {
    int after = text.indexOf(BETWEEN, afterPartition());
    return new SessionKey(
        text.substring(0, afterPartition()) + accessKeyId + text.substring(after));
  }

  private int afterPartition() {
    return text.indexOf(BETWEEN) + 1;
  }

  private static void describe(Step.AssumeRole role, StringBuilder text) {
    text.append("role ").append(role.roleArn());
    RoleParameters parameters = role.parameters();
    append(text, "session", parameters.sessionName());
    append(text, "external", parameters.externalId());
    append(text, "source", parameters.sourceIdentity());
    for (SessionTag tag : parameters.tags()) {
      append(text, "tag " + tag.key(), tag.value());
    }
    append(text, "policy", parameters.policies().document());
    for (String arn : parameters.policies().arns()) {
      append(text, "policy-arn", arn);
    }
  }

  /** Lengths are included so that different lists of parts never have the same text. */
  private static void append(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      text.append(' ').append(name).append('=').append(value.length()).append(':').append(value);
    }
  }
}
