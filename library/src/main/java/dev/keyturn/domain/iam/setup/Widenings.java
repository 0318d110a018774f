package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.iam.PolicyOwner;
import dev.keyturn.domain.policy.caller.Subject;
import dev.keyturn.domain.policy.change.PolicyChange;
import dev.keyturn.domain.policy.check.CheckedPolicies;
import dev.keyturn.domain.policy.check.CheckedPolicies.Attachment;
import dev.keyturn.domain.policy.check.PolicyCheck;
import dev.keyturn.domain.policy.check.PolicyCheck.Widening;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import dev.keyturn.domain.policy.template.TemplateValues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step that replaces a policy would newly allow: as calls, a selection of which is tried,
 * and as differences of the texts, which are complete.
 */
public final class Widenings {

  private final Subject subject;
  private final Instant now;

  /** For a user and a role, with policies evaluated at {@code now}. */
  public Widenings(TemplateValues values, Instant now) {
    String user = values.user();
    String bucket = values.bucket();
    this.subject =
        new Subject(
            values.partition(),
            values.account(),
            user == null ? "user" : user,
            values.roles().isEmpty() ? "role" : values.roles().get(0),
            bucket == null ? "bucket" : bucket,
            Map.of());
    this.now = now;
  }

  /** The calls that a step would allow; empty for one that replaces nothing. */
  public List<Widening> of(Step step) {
    PolicyChange change = change(step);
    if (change == null) {
      return List.of();
    }
    Attachment attachment =
        step instanceof Step.InlinePolicy inline && inline.owner() instanceof PolicyOwner.User
            ? Attachment.USER
            : Attachment.ROLE;
    return check(change.after(), attachment).widenedFrom(check(change.before(), attachment));
  }

  /** Where the new text is less strict; empty only if nothing can become allowed. */
  public List<String> lessStrict(Step step) {
    PolicyChange change = change(step);
    return change == null ? List.of() : change.lessStrict();
  }

  private static @Nullable PolicyChange change(Step step) {
    if (step instanceof Step.InlinePolicy inline && inline.before() != null) {
      return change(PolicyKind.IDENTITY, inline.before(), inline.document());
    }
    if (step instanceof Step.Role role && role.before() != null) {
      return change(PolicyKind.TRUST, role.before(), role.trust());
    }
    return null;
  }

  private static PolicyChange change(PolicyKind kind, String before, String after) {
    return new PolicyChange(
        Policy.parse("policy", kind, before), Policy.parse("policy", kind, after));
  }

  private PolicyCheck check(Policy policy, Attachment attachment) {
    return PolicyCheck.of(CheckedPolicies.of(policy, attachment), subject, now);
  }
}
