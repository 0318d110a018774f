package dev.keyturn.domain.profile.setting;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.profile.plan.Partition;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.rule.Chain;
import dev.keyturn.domain.profile.rule.Chain.Role;
import dev.keyturn.domain.profile.rule.DeviceRule;
import dev.keyturn.domain.profile.setting.RegionRule.Region;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds contradictions before anything is sent: roles and devices of another partition than the
 * region, devices of another account than the keys. A device in another account than the role is
 * correct: it belongs to the user.
 */
public final class AccountAndPartitionRule {

  private final String profile;
  private final Chain chain;
  private final DeviceRule.@Nullable Named device;

  public AccountAndPartitionRule(String profile, Chain chain, DeviceRule.@Nullable Named device) {
    this.profile = profile;
    this.chain = chain;
    this.device = device;
  }

  /**
   * Checks roles and device.
   *
   * @throws FailureException {@code ProfileFailure.Bad}
   */
  public void check(Region region) {
    for (Role role : chain.roles()) {
      requirePartition(region, "role", role.arn(), role.place());
    }
    if (device != null) {
      requirePartition(region, "MFA device", device.device().serialNumber(), device.place());
      requireAccount(device);
    }
  }

  private void requirePartition(Region region, String what, String arn, String place) {
    String own = Partition.ofRegion(region.name()).id();
    Optional<String> other = Arn.of(arn).map(Arn::partition).filter(id -> !id.equals(own));
    if (other.isPresent()) {
      throw bad(
          "%s %s (%s) is in partition %s, but region %s (%s) is in %s"
              .formatted(what, arn, place, other.get(), region.name(), region.place(), own),
          region.repair());
    }
  }

  private void requireAccount(DeviceRule.Named named) {
    Optional<Setting> own = account();
    String serial = named.device().serialNumber();
    Optional<String> other = Arn.of(serial).map(Arn::account);
    if (own.isPresent()
        && other.isPresent()
        && !other.equals(own.map(AccountAndPartitionRule::accountIn))) {
      throw bad(
          "MFA device %s (%s) belongs to a different account than the access key (%s = %s, %s)"
              .formatted(
                  serial, named.place(), own.get().name(), own.get().value(), own.get().origin()),
          ShellCommand.of("keyturn", "mfa", "list", "-p", profile)
              + ", then "
              + (ShellCommand.ADD + "device SERIAL" + ShellCommand.ELSE)
              + ShellCommand.of("keyturn", "login", profile, "--device", "SERIAL"));
    }
  }

  /** The setting that names the account of the long-term keys, if any. */
  private Optional<Setting> account() {
    Base base = chain.source().base();
    if (!(base instanceof Base.Keys) && !(base instanceof Base.Store)) {
      return Optional.empty();
    }
    for (Section section : chain.sections()) {
      if (section.name().equals(base.profile()) && section.filled("aws_account_id").isPresent()) {
        return section.filled("aws_account_id");
      }
    }
    return chain.setting("user_arn").filter(user -> Arn.of(user.value()).isPresent());
  }

  private static String accountIn(Setting setting) {
    return Arn.of(setting.value()).map(Arn::account).orElse(setting.value());
  }

  private FailureException bad(String message, String hint) {
    return new ProfileFailure.Bad(profile, message, hint).exception();
  }
}
