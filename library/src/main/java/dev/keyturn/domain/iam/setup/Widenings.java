package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.iam.PolicyOwner;
import dev.keyturn.domain.policy.caller.Subject;
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

/** What a step that replaces a policy would allow that was not allowed. */
public final class Widenings {

  private final Subject subject;
  private final Instant now;

  /** For a user and a role, as policies decide at {@code now}. */
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

  /** Of a step; empty for one that replaces nothing. */
  public List<Widening> of(Step step) {
    if (step instanceof Step.InlinePolicy inline && inline.before() != null) {
      Attachment attachment =
          inline.owner() instanceof PolicyOwner.Role ? Attachment.ROLE : Attachment.USER;
      return between(PolicyKind.IDENTITY, inline.before(), inline.document(), attachment);
    }
    if (step instanceof Step.Role role && role.before() != null) {
      return between(PolicyKind.TRUST, role.before(), role.trust(), Attachment.ROLE);
    }
    return List.of();
  }

  private List<Widening> between(
      PolicyKind kind, String before, String after, Attachment attachment) {
    return check(kind, after, attachment).widenedFrom(check(kind, before, attachment));
  }

  private PolicyCheck check(PolicyKind kind, String document, Attachment attachment) {
    Policy policy = Policy.parse("policy", kind, document);
    return PolicyCheck.of(CheckedPolicies.of(policy, attachment), subject, now);
  }
}
