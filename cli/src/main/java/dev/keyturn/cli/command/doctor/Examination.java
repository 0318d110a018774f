package dev.keyturn.cli.command.doctor;

import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All checks of this computer and of some profiles. */
public final class Examination {

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final Checks checks;

  /** By {@code checks}. */
  public Examination(Map<String, String> environment, ProfileCredentials profiles, Checks checks) {
    this.environment = environment;
    this.profiles = profiles;
    this.checks = checks;
  }

  /** What they find. */
  List<Group> of(List<ProfileChoice> choices, boolean offline) {
    FileChecks.Reading reading = checks.files().read();
    AwsConfiguration configuration = reading.configuration();
    List<Finding> ofComputer = new ArrayList<>(List.of(reading.finding()));
    ofComputer.addAll(new Checkup().run(checks.ofComputer(configuration)));
    List<Group> groups = new ArrayList<>(List.of(Group.of(null, ofComputer)));
    if (configuration != null) {
      for (ProfileChoice profile : meant(choices, configuration)) {
        groups.add(Group.of(profile.name(), findings(configuration, profile, offline)));
      }
    }
    return groups;
  }

  private static List<ProfileChoice> meant(
      List<ProfileChoice> choices, AwsConfiguration configuration) {
    List<String> names = choices.stream().map(ProfileChoice::name).toList();
    return ProfileChoice.isPatternIn(names) ? ProfileChoice.meant(names, configuration) : choices;
  }

  private List<Finding> findings(
      AwsConfiguration configuration, ProfileChoice profile, boolean offline) {
    PlanRequest request = PlanRequest.of(profile.name(), environment).withTyped(profile.explicit());
    try {
      return new Checkup().run(checks.of(profiles.plan(configuration, request), offline));
    } catch (FailureException e) {
      return List.of(Finding.of(CheckName.PROFILE, Level.FAIL, e.failure()));
    }
  }
}
