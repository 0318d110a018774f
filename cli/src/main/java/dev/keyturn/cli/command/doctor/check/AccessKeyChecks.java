package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.iam.AccessKeyService;
import dev.keyturn.domain.iam.KeyStatus;
import dev.keyturn.domain.iam.ServiceCredential;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.UserKey;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Checks of a user's long-term credentials at AWS. */
public final class AccessKeyChecks implements Checks.OfProfile {

  /** The age after which {@code keys list} warns too. */
  private static final Duration OLD = Duration.ofDays(90);

  private final Function<PlannedProfile, UserCalls> users;
  private final AccessKeyService keys;
  private final InstantSource clock;

  /** Takes its collaborators. */
  public AccessKeyChecks(
      Function<PlannedProfile, UserCalls> users, AccessKeyService keys, InstantSource clock) {
    this.users = users;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public List<Check> of(PlannedProfile profile) {
    return profile.plan().longTermKeyId().isEmpty()
        ? List.of()
        : List.of(
            new Check(CheckName.ACCESS_KEYS, () -> keys(profile)),
            new Check(CheckName.ACCESS_KEYS, () -> services(profile)));
  }

  private List<Finding> keys(PlannedProfile profile) {
    List<UserKey> active;
    try {
      active = users.apply(profile).quietly(keys::list).stream().filter(UserKey::isActive).toList();
    } catch (FailureException e) {
      return List.of(Unanswered.finding(CheckName.ACCESS_KEYS, profile, e.failure()));
    }
    List<Finding> findings = new ArrayList<>();
    for (UserKey key : active) {
      Duration age = key.age(clock.instant());
      if (age.compareTo(OLD) > 0) {
        findings.add(
            Finding.warn(
                CheckName.ACCESS_KEYS,
                key.id() + " is " + age.toDays() + " days old",
                ShellCommand.of("keyturn", "keys", "rotate", profile.name())));
      }
    }
    if (active.size() > 1) {
      findings.add(
          Finding.info(
              CheckName.ACCESS_KEYS,
              "the user has two active access keys; most need only one",
              ShellCommand.of("keyturn", "keys", "list", profile.name())));
    }
    return findings.isEmpty() ? List.of(Finding.ok(CheckName.ACCESS_KEYS, ages(active))) : findings;
  }

  private String ages(List<UserKey> active) {
    return String.join(
        ", ",
        active.stream()
            .map(key -> key.id() + ", " + key.age(clock.instant()).toDays() + " days old")
            .toList());
  }

  /** Few policies allow this call, and users without such credentials do not need it. */
  private List<Finding> services(PlannedProfile profile) {
    List<Finding> findings = new ArrayList<>();
    try {
      for (ServiceCredential one : users.apply(profile).quietly(keys::serviceCredentials)) {
        if (one.status() == KeyStatus.ACTIVE && one.expires() == null) {
          findings.add(
              Finding.info(
                  CheckName.ACCESS_KEYS,
                  "credentials for " + one.service() + ", which need no MFA and never expire",
                  ShellCommand.of("keyturn", "keys", "list", profile.name())));
        }
      }
    } catch (FailureException e) {
      return List.of();
    }
    return findings;
  }
}
