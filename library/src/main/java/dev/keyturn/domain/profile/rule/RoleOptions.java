package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.RoleParameters;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPolicies;
import dev.keyturn.domain.profile.plan.SessionTag;
import dev.keyturn.domain.profile.rule.Chain.Role;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies role options on top of the files. */
public final class RoleOptions {

  private final PlanRequest request;
  private final Findings findings;

  public RoleOptions(PlanRequest request, Findings findings) {
    this.request = request;
    this.findings = findings;
  }

  /**
   * The chain with the requested role at its end, and the other options applied to its last role.
   *
   * @throws dev.keyturn.domain.failure.FailureException usage, when the chain has no role to apply
   *     them to
   */
  public Chain on(Chain chain) {
    List<Role> roles = new ArrayList<>(chain.roles());
    String arn = request.roleArn();
    if (arn != null) {
      findings.use("role_arn", arn, "--role-arn");
      roles.add(Role.named(request.profile(), arn, "--role-arn"));
    }
    if (roles.isEmpty()) {
      requireNone();
      return chain;
    }
    requireOwnRole(chain);
    int last = roles.size() - 1;
    roles.set(last, withOptions(roles.get(last)));
    return new Chain(chain.layout(), chain.source(), List.copyOf(roles), chain.sections());
  }

  private Role withOptions(Role role) {
    RoleParameters given = request.role();
    RoleParameters ofFile = role.parameters();
    for (SessionTag tag : given.tags()) {
      findings.use("tag." + tag.key(), tag.value(), "--tag");
    }
    return role.with(
        new RoleParameters(
            option("role_session_name", given.sessionName(), ofFile.sessionName()),
            option("external_id", given.externalId(), ofFile.externalId()),
            option("source_identity", given.sourceIdentity(), ofFile.sourceIdentity()),
            given.tags(),
            policies(role)));
  }

  private SessionPolicies policies(Role role) {
    SessionPolicies policies = SessionPolicies.of(request.policies(), role.arn());
    String document = policies.document();
    if (document != null) {
      findings.use("policy", document, "--policy");
    }
    for (String arn : policies.arns()) {
      boolean typed = request.policies().arns().contains(arn);
      findings.use("policy/" + Arn.lastName(arn), arn, typed ? "--policy-arn" : "--read-only");
    }
    return policies;
  }

  private @Nullable String option(String name, @Nullable String given, @Nullable String ofFile) {
    return given == null ? ofFile : findings.use(name, given, "--" + name.replace('_', '-'));
  }

  /** Credentials of a sign-in are handed over unchanged. */
  private void requireOwnRole(Chain chain) {
    if (!request.policies().isNone() && chain.source().base() instanceof Base.Other other) {
      throw new Failure.Usage(
              "session policies only limit sessions that Keyturn creates, but the credentials of"
                  + " profile '"
                  + request.profile()
                  + "' come from "
                  + other.kind(),
              ShellCommand.of("keyturn", "explain", request.profile()))
          .exception();
    }
  }

  private void requireNone() {
    if (!request.policies().isNone()) {
      throw new Failure.Usage(
              "session policies only limit sessions of roles, but profile '"
                  + request.profile()
                  + "' does not assume one; for a user, AWS accepts them only in"
                  + " GetFederationToken, whose sessions have no MFA",
              ShellCommand.ADD + "role-arn ARN")
          .exception();
    }
    if (!request.role().isNone()) {
      throw new Failure.Usage(
              "--role-session-name, --external-id, --source-identity and --tag need a role, but"
                  + " profile '"
                  + request.profile()
                  + "' does not assume one",
              ShellCommand.ADD + "role-arn ARN")
          .exception();
    }
  }
}
