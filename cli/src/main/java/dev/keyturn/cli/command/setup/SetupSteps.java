package dev.keyturn.cli.command.setup;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.port.Keyturn;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.iam.device.DeviceList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The steps of {@code setup} that are commands of their own. */
public final class SetupSteps {

  private static final List<Variable> OF_OTHERS =
      List.of(
          Variable.AWS_PROFILE,
          Variable.AWS_DEFAULT_PROFILE,
          Variable.AWS_SESSION_TOKEN,
          Variable.AWS_SECURITY_TOKEN,
          Variable.AWS_CREDENTIAL_EXPIRATION,
          Variable.KEYTURN_PROFILE,
          Variable.KEYTURN_SET);

  private final Map<String, String> environment;
  private final Keyturn keyturn;
  private final ProfileUsers users;
  private final DeviceList devices;

  public SetupSteps(
      Map<String, String> environment, Keyturn keyturn, ProfileUsers users, DeviceList devices) {
    this.environment = environment;
    this.keyturn = keyturn;
    this.users = users;
    this.devices = devices;
  }

  /** Asks AWS whose key it is, before any file has it. */
  int whoami(AccessKey key) {
    Map<String, String> with = new HashMap<>(environment);
    OF_OTHERS.forEach(variable -> with.remove(variable.name()));
    with.put(Variable.AWS_ACCESS_KEY_ID.name(), key.id());
    with.put(Variable.AWS_SECRET_ACCESS_KEY.name(), key.secret().reveal(Reveal.HAND_OVER));
    return keyturn.run(with, List.of("whoami"));
  }

  /** Whether the user has no MFA device; false when AWS does not say. */
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
