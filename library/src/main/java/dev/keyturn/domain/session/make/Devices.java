package dev.keyturn.domain.session.make;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.mfa.DeviceChooser;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.FoundDevice;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.StsText;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.KeyMemory;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the MFA device of a plan: the one that files or options name, else the one remembered for
 * the access key, else the one that IAM lists. Thread-safe as its ports are.
 */
final class Devices {

  /**
   * The name that the console gives to the device of a root user; another user's device may have it
   * too.
   */
  private static final String OF_ROOT = ":mfa/root-account-mfa-device";

  private final TokenService tokens;
  private final KeyMemory memory;
  private final DeviceChooser chooser;

  Devices(TokenService tokens, KeyMemory memory, DeviceChooser chooser) {
    this.tokens = tokens;
    this.memory = memory;
    this.chooser = chooser;
  }

  /** The device, if it is known without a network. */
  private Optional<MfaDevice> known(SessionPlan plan, String accessKeyId) {
    MfaDevice named = plan.device();
    return named == null ? memory.device(accessKeyId) : Optional.of(named);
  }

  /**
   * The device; asks IAM, and then a person, if necessary.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.NoDevice} when no
   *     device of the user generates codes, {@code ProfileFailure.RootUser} for a root user, whose
   *     codes AWS accepts in the console only
   */
  MfaDevice find(SessionPlan plan, TokenService.Signer key) {
    String typed = FoundDevice.typed(plan);
    if (typed != null) {
      return usable(meant(typed, plan, key), plan.profile());
    }
    Optional<MfaDevice> known = known(plan, key.accessKeyId());
    if (known.isPresent() && !known.get().serialNumber().endsWith(OF_ROOT)) {
      return usable(known.get(), plan.profile());
    }
    String user = user(plan, key);
    if (ProfileFailure.RootUser.is(user)) {
      throw new ProfileFailure.RootUser(plan.profile()).exception();
    }
    if (known.isPresent()) {
      return usable(known.get(), plan.profile());
    }
    List<MfaDevice> all = tokens.listMfaDevices(plan.endpoints(), key);
    List<MfaDevice> usable = all.stream().filter(MfaDevice::givesCodes).toList();
    if (usable.isEmpty()) {
      throw new ProfileFailure.NoDevice(user, !all.isEmpty()).exception();
    }
    return usable.size() == 1 ? usable.get(0) : chooser.choose(user, usable);
  }

  private MfaDevice meant(String typed, SessionPlan plan, TokenService.Signer key) {
    Optional<MfaDevice> remembered =
        memory.device(key.accessKeyId()).filter(device -> device.isMeantBy(typed));
    if (remembered.isPresent()) {
      return remembered.get();
    }
    try {
      return tokens.listMfaDevices(plan.endpoints(), key).stream()
          .filter(device -> device.isMeantBy(typed))
          .findFirst()
          .orElseThrow(() -> unknown(typed, plan).exception());
    } catch (FailureException e) {
      boolean denied = Nature.isDenied(e.failure());
      // Serial numbers of hardware tokens have no lower-case letters: GAHT12345678.
      boolean number =
          StsText.SERIAL_NUMBER.accepts(typed) && typed.equals(typed.toUpperCase(Locale.ROOT));
      if (number && (denied || Nature.isTemporary(e.failure()))) {
        return new MfaDevice(typed);
      }
      if (!denied) {
        throw e;
      }
      return MfaDevice.virtual(user(plan, key), typed);
    }
  }

  private static ProfileFailure unknown(String typed, SessionPlan plan) {
    return new ProfileFailure.Bad(
        plan.profile(),
        "the user of profile '" + plan.profile() + "' has no MFA device '" + typed + "'",
        ShellCommand.of("keyturn", "mfa", "list", "-p", plan.profile())
            + ", then "
            + (ShellCommand.ADD + "device SERIAL" + ShellCommand.ELSE)
            + ShellCommand.of("keyturn", "login", plan.profile(), "--device", "SERIAL"));
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
