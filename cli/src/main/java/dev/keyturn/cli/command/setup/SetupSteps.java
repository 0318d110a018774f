package dev.keyturn.cli.command.setup;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.port.Keyturn;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.iam.device.DeviceList;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.use.CallerLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The steps of {@code setup} that are commands of their own. */
public final class SetupSteps {

  private final Map<String, String> environment;
  private final Keyturn keyturn;
  private final ProfileUsers users;
  private final DeviceList devices;
  private final CallerLookup callers;

  public SetupSteps(
      Map<String, String> environment,
      Keyturn keyturn,
      ProfileUsers users,
      DeviceList devices,
      CallerLookup callers) {
    this.environment = environment;
    this.keyturn = keyturn;
    this.users = users;
    this.devices = devices;
    this.callers = callers;
  }

  /**
   * Looks up the identity of the key, before any file contains it.
   *
   * @throws FailureException when AWS does not accept it, or cannot be asked
   */
  Identity owner(Arguments arguments, String profile, SetupAnswers.GivenKey given) {
    Map<String, String> there = new HashMap<>(environment);
    SetupAnswers.REGION
        .in(arguments)
        .ifPresent(region -> there.put(Variable.AWS_REGION.name(), region));
    ProfileChoice choice = new ProfileChoice(profile, true);
    return callers.owner(PlanOptions.request(arguments, choice, there), given.key(), given.file());
  }

  /** Whether the user has no MFA device; false if unknown. */
  boolean lacksDevice(Arguments arguments, String profile) {
    try {
      ProfileChoice choice = new ProfileChoice(profile, true);
      return devices.of(users.of(arguments, choice)).enabled().isEmpty();
    } catch (FailureException e) {
      if (e.failure().name() == FailureName.INTERRUPTED) {
        throw e;
      }
      return false;
    }
  }

  /** Whether a session of the profile is valid: enrolling a device makes one. */
  boolean hasSession(String profile) {
    return keyturn.run(environment, List.of("status", "--check", "--profile", profile)) == 0;
  }

  int enroll(String profile) {
    return keyturn.run(environment, List.of("mfa", "enroll", "--profile", profile));
  }

  /** Logs in, with a code unless it is empty. */
  int login(String profile, String code) {
    List<String> words = new ArrayList<>(List.of("login", "--profile", profile));
    if (!code.isEmpty()) {
      words.addAll(List.of("--code", code));
    }
    return keyturn.run(environment, words);
  }
}
