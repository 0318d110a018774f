package dev.keyturn.domain.session.make;

import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.mfa.DeviceChooser;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.KeyMemory;
import java.util.List;
import java.util.Optional;

/**
 * Finds the MFA device of a plan: what files or options name, else what was remembered for the
 * access key, else what IAM lists. Thread-safe as its ports are.
 */
final class Devices {

  private final TokenService tokens;
  private final KeyMemory memory;
  private final DeviceChooser chooser;

  Devices(TokenService tokens, KeyMemory memory, DeviceChooser chooser) {
    this.tokens = tokens;
    this.memory = memory;
    this.chooser = chooser;
  }

  /** The device, as far as it is known without a network. */
  private Optional<MfaDevice> known(SessionPlan plan, String accessKeyId) {
    MfaDevice named = plan.device();
    return named == null ? memory.device(accessKeyId) : Optional.of(named);
  }

  /**
   * The device, asking IAM and then a person when it has to.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.NoDevice} when no
   *     device of the user can give a code
   */
  MfaDevice find(SessionPlan plan, TokenService.Signer key) {
    Optional<MfaDevice> known = known(plan, key.accessKeyId());
    if (known.isPresent()) {
      return usable(known.get(), plan.profile());
    }
    String user = user(plan, key);
    List<MfaDevice> all = tokens.listMfaDevices(plan.endpoints(), key);
    List<MfaDevice> usable = all.stream().filter(MfaDevice::givesCodes).toList();
    if (usable.isEmpty()) {
      throw new ProfileFailure.NoDevice(user, !all.isEmpty()).exception();
    }
    return usable.size() == 1 ? usable.get(0) : chooser.choose(user, usable);
  }

  private static MfaDevice usable(MfaDevice device, String profile) {
    if (!device.givesCodes()) {
      throw new ProfileFailure.PasskeyNamed(profile, device.serialNumber()).exception();
    }
    return device;
  }

  private String user(SessionPlan plan, TokenService.Signer key) {
    Identity identity =
        memory
            .identity(key.accessKeyId())
            .orElseGet(() -> tokens.getCallerIdentity(plan.endpoints(), key));
    memory.rememberIdentity(key.accessKeyId(), identity);
    return identity.arn();
  }
}
