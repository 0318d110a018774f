package dev.keyturn.domain.policy.check;

import java.util.List;

/**
 * The traps of policies that require MFA. Each is found by evaluating the policies for several
 * callers rather than by searching for texts: the same condition is right in an Allow and wrong in
 * a Deny.
 */
public enum Trap {
  /** A policy mentions MFA, but every call has the same result with and without it. */
  MFA_WITHOUT_EFFECT(
      "mfa-without-effect",
      "the policies mention MFA but decide the same with and without it",
      "add a Deny with \"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"false\"}, or put"
          + " \"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"} on each Allow") {
    @Override
    List<Finding> find(Inspection inspection) {
      return RequirementRules.mfaWithoutEffect(this, inspection);
    }
  },

  /** The key is absent for access keys, so that {@code Bool false} does not deny them. */
  DENY_MISSES_ACCESS_KEYS(
      "deny-misses-access-keys",
      "a Deny applies to sessions without MFA but not to access keys, whose requests do not contain"
          + " aws:MultiFactorAuthPresent",
      "\"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"false\"}") {
    @Override
    List<Finding> find(Inspection inspection) {
      return RequirementRules.denyMissesAccessKeys(this, inspection);
    }
  },

  /** A condition that is right in a Deny is wrong in an Allow, and vice versa. */
  CONDITION_INVERTED(
      "mfa-condition-inverted",
      "an Allow applies without MFA, or a Deny only with MFA",
      "in an Allow: \"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}; in a Deny:"
          + " \"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"false\"}") {
    @Override
    List<Finding> find(Inspection inspection) {
      return RequirementRules.conditionInverted(this, inspection);
    }
  },

  /** Requests of role sessions have no MFA keys, however the role was assumed. */
  ROLE_LOCKED_OUT(
      "role-locked-out",
      "a role is asked for MFA, which no request of a role session contains",
      "require MFA in the trust policy of the role, or except roles with \"StringNotEquals\":"
          + " {\"aws:PrincipalType\": \"AssumedRole\"}") {
    @Override
    List<Finding> find(Inspection inspection) {
      return LockoutRules.roleLockedOut(this, inspection);
    }
  },

  /** A user without a device cannot have MFA, and needs some calls without it. */
  ENROLLMENT_BLOCKED(
      "enrollment-blocked",
      "a user without an MFA device cannot enroll one",
      "add the actions to the NotAction of the Deny") {
    @Override
    List<Finding> find(Inspection inspection) {
      return LockoutRules.enrollmentBlocked(this, inspection);
    }
  },

  /** A thief with the access key removes the device and enrolls another. */
  DEVICE_REMOVABLE(
      "device-removable-without-mfa",
      "the MFA device can be removed without MFA",
      "remove iam:DeactivateMFADevice from the NotAction of the Deny, or add \"Bool\":"
          + " {\"aws:MultiFactorAuthPresent\": \"true\"} to the statement that allows it") {
    @Override
    List<Finding> find(Inspection inspection) {
      return RequirementRules.deviceRemovable(this, inspection);
    }
  },

  /** All conditions of a statement must be met, so that another condition narrows the Deny. */
  SERVICE_CALLS_EXEMPT(
      "service-calls-exempt",
      "a Deny without MFA does not apply to calls that AWS services make for the user",
      "remove aws:ViaAWSService from the Deny, and allow what services need without MFA in a"
          + " statement of its own") {
    @Override
    List<Finding> find(Inspection inspection) {
      return RequirementRules.serviceCallsExempt(this, inspection);
    }
  },

  /** The age exists only with MFA, and no session is older than 36 hours. */
  AGE_ALONE(
      "mfa-age-alone",
      "a condition on aws:MultiFactorAuthAge lets callers without MFA pass, or limits nothing",
      "\"NumericGreaterThanIfExists\": {\"aws:MultiFactorAuthAge\": \"3600\"} in the Deny, with"
          + " less"
          + " than 129600 seconds") {
    @Override
    List<Finding> find(Inspection inspection) {
      return RequirementRules.ageAlone(this, inspection);
    }
  },

  /** GetSessionToken and GetCallerIdentity need no permission and cannot be denied. */
  SESSION_TOKEN_DENIED(
      "get-session-token-denied",
      "a Deny names sts:GetSessionToken or sts:GetCallerIdentity, which no policy can deny",
      "remove the action; deny instead what sessions without MFA may do") {
    @Override
    List<Finding> find(Inspection inspection) {
      return LockoutRules.sessionTokenDenied(this, inspection);
    }
  },

  /** A backup device needs another name than the first. */
  ONE_DEVICE_NAME(
      "one-device-name",
      "only a virtual MFA device with the name of the user can be created, so there cannot be a"
          + " second one",
      "\"Resource\": \"arn:aws:iam::*:mfa/*\" for iam:CreateVirtualMFADevice") {
    @Override
    List<Finding> find(Inspection inspection) {
      return LockoutRules.oneDeviceName(this, inspection);
    }
  };

  private final String id;
  private final String summary;
  private final String repair;

  Trap(String id, String summary, String repair) {
    this.id = id;
    this.summary = summary;
    this.repair = repair;
  }

  /** A name for scripts and documents, such as {@code role-locked-out}. */
  public String id() {
    return id;
  }

  /** What is wrong, in one sentence without capital or full stop. */
  public String summary() {
    return summary;
  }

  /** How to repair it: what to write instead. */
  public String repair() {
    return repair;
  }

  /** The findings of this trap in the policies. */
  abstract List<Finding> find(Inspection inspection);
}
