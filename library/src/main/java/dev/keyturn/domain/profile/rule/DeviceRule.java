package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.FoundDevice;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.StsText;
import dev.keyturn.domain.profile.rule.Chain.Lifetime;
import dev.keyturn.domain.profile.rule.Chain.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the MFA device: the one given by option, that of the role nearest to the keys, that of
 * the keys' user, that in {@code AWS_MFA_SERIAL}, which aws-vault reads in the same way.
 */
public final class DeviceRule {

  /**
   * A device.
   *
   * @param device the device
   * @param place where it is named: a line of a file, an option or a variable
   */
  public record Named(MfaDevice device, String place) {}

  private final PlanRequest request;
  private final Findings findings;

  public DeviceRule(PlanRequest request, Findings findings) {
    this.request = request;
    this.findings = findings;
  }

  /** The device; null if none is named. */
  @Nullable
  public Named choose(Chain chain) {
    MfaDevice option = request.device();
    if (option != null) {
      return typed(option, chain);
    }
    return ofFiles(chain)
        .map(setting -> named(chain, setting))
        .or(() -> ofEnvironment(chain))
        .orElse(null);
  }

  private Named typed(MfaDevice option, Chain chain) {
    Setting meant =
        ofFiles(chain)
            .filter(own -> new MfaDevice(own.value()).isMeantBy(option.serialNumber()))
            .orElse(null);
    if (meant != null) {
      return named(chain, meant);
    }
    findings.use("mfa_serial", option.serialNumber(), FoundDevice.OPTION);
    return new Named(option, FoundDevice.OPTION);
  }

  /** Whether the option names another device than the files do. */
  public static boolean isAnother(PlanRequest request, Chain files) {
    MfaDevice option = request.device();
    Setting own = option == null ? null : ofFiles(files).orElse(null);
    return option != null
        && own != null
        && !new MfaDevice(own.value()).isMeantBy(option.serialNumber());
  }

  private static Optional<Setting> ofFiles(Chain chain) {
    for (Role role : chain.roles()) {
      if (role.device() != null) {
        return Optional.of(role.device());
      }
    }
    Setting ofUser = chain.source().device();
    return ofUser != null ? Optional.of(ofUser) : chain.given("mfa_serial");
  }

  private Named named(Chain chain, Setting setting) {
    findings.use(setting);
    String serial = setting.value();
    // Avoids comparing records to find its user: that code is generated at the first call.
    if (!StsText.SERIAL_NUMBER.accepts(serial)) {
      serial = ValueRule.checked(chain.owner(setting), setting, StsText.SERIAL_NUMBER);
    }
    return new Named(new MfaDevice(serial), setting.origin().toString());
  }

  private Optional<Named> ofEnvironment(Chain chain) {
    if (chain.source().lifetime() != Lifetime.LONG_TERM) {
      return Optional.empty();
    }
    Variable variable = Variable.AWS_MFA_SERIAL;
    return request
        .variable(variable)
        .map(serial -> findings.use("mfa_serial", serial, variable.name()))
        .map(serial -> new Named(new MfaDevice(serial), variable.name()));
  }

  /**
   * Whether a code is used. A session of the user always takes one, from a device that is looked up
   * if unknown. A role in the files takes one if the role, its source or the user names a device.
   * Credentials that may be a session already take one only if a device is named.
   *
   * @param files the chain as the files say it, without a role given by option
   */
  public static boolean needsCode(Chain files, @Nullable Named device) {
    if (device != null || files.source().lifetime() != Lifetime.LONG_TERM) {
      return device != null;
    }
    return switch (files.source().layout()) {
      case LONG_TERM_SUFFIX, DEFAULT_SUFFIX -> true;
      case ROLE, SOURCE_PROFILE, PLAIN, NONE -> files.roles().isEmpty();
    };
  }
}
