package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.use.ProfileCredentials;

/** Proves that a new device works, by a session that takes one of its codes. */
public final class DeviceProof {

  private static final int TRIES = 3;

  private final ProfileCredentials profiles;
  private final ConsecutiveCodes codes;

  /**
   * Takes its collaborators.
   *
   * @param codes the codes that enabled the device
   */
  public DeviceProof(ProfileCredentials profiles, ConsecutiveCodes codes) {
    this.profiles = profiles;
    this.codes = codes;
  }

  /**
   * Makes the session, which is stored like that of a login. STS may know the device only after a
   * short delay.
   */
  Session of(UserCalls user, MfaDevice device) {
    PlannedProfile profile =
        new PlannedProfile(
            user.plan().withDevice(device, "keyturn mfa enroll"), user.profile().files());
    for (int attempt = 1; ; attempt++) {
      try {
        return profiles.session(profile, FreshnessRequirement.renewed());
      } catch (FailureException e) {
        boolean isUnknownYet = e.failure().name() == FailureName.UNKNOWN_MFA_DEVICE;
        if (!isUnknownYet || attempt == TRIES) {
          throw e;
        }
        codes.awaitNext();
      }
    }
  }
}
