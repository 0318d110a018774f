package dev.keyturn.cli.command.doctor;

import dev.keyturn.cli.command.doctor.check.CheckName;
import dev.keyturn.cli.command.doctor.check.Checks;
import dev.keyturn.cli.command.doctor.check.FileChecks;
import dev.keyturn.cli.command.doctor.check.Finding;
import dev.keyturn.cli.command.doctor.check.Level;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.text.ShellCommand;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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

  /** Their findings; {@code progress} is notified of what is being checked. */
  Examined of(List<ProfileChoice> choices, boolean offline, Consumer<String> progress) {
    FileChecks.Reading reading = checks.files().read();
    AwsConfiguration configuration = reading.configuration();
    progress.accept("checking this computer");
    List<Finding> ofComputer = new ArrayList<>(List.of(reading.finding()));
    ofComputer.addAll(new Checkup().run(checks.ofComputer(configuration)));
    List<Group> groups = new ArrayList<>(List.of(Group.of(null, ofComputer)));
    if (configuration != null) {
      Set<URI> unreachable = new HashSet<>();
      List<ProfileChoice> meant = meant(choices, configuration);
      for (ProfileChoice profile : meant) {
        String place = meant.size() < 2 ? "" : " (" + groups.size() + " of " + meant.size() + ")";
        progress.accept("checking " + profile.name() + place);
        groups.add(
            Group.of(profile.name(), findings(configuration, profile, offline, unreachable)));
      }
    }
    return new Examined(groups, configuration);
  }

  private static List<ProfileChoice> meant(
      List<ProfileChoice> choices, AwsConfiguration configuration) {
    List<String> names = choices.stream().map(ProfileChoice::name).toList();
    return ProfileChoice.isPatternIn(names) ? ProfileChoice.meant(names, configuration) : choices;
  }

  private List<Finding> findings(
      AwsConfiguration configuration,
      ProfileChoice profile,
      boolean offline,
      Set<URI> unreachable) {
    PlanRequest request = PlanRequest.of(profile.name(), environment).withTyped(profile.explicit());
    try {
      PlannedProfile planned = profiles.plan(configuration, request);
      List<Finding> findings = new ArrayList<>(new Checkup().run(checks.local(planned)));
      if (!offline) {
        findings.addAll(atAws(planned, unreachable));
      }
      return findings;
    } catch (FailureException e) {
      return List.of(
          isUnwanted(profile, e.failure())
              ? unnamed(configuration)
              : Finding.of(CheckName.PROFILE, Level.FAIL, e.failure()));
    }
  }

  /** Nobody has asked for a profile that only is the one to use where none is named. */
  private boolean isUnwanted(ProfileChoice profile, Failure failure) {
    return !profile.explicit()
        && ProfileChoice.isUnnamed(environment)
        && Nature.isUnknownProfile(failure, ProfileChoice.DEFAULT);
  }

  private static Finding unnamed(AwsConfiguration configuration) {
    List<String> known = LogicalProfiles.of(configuration);
    String hint =
        known.isEmpty()
            ? "keyturn setup"
            : ShellCommand.of("keyturn", "doctor", known.size() == 1 ? known.get(0) : "*");
    return Finding.info(
        CheckName.PROFILE,
        "not checked: no profile is named, and there is no '" + ProfileChoice.DEFAULT + "'",
        hint);
  }

  /** An unreachable AWS is reported once, and no other check calls it. */
  private List<Finding> atAws(PlannedProfile planned, Set<URI> unreachable) {
    URI endpoint = planned.plan().endpoints().sts();
    if (unreachable.contains(endpoint)) {
      String message = "skipped: " + endpoint + " cannot be reached, see above";
      return List.of(Finding.info(CheckName.CONNECTION, message, ""));
    }
    List<Finding> findings = new ArrayList<>(new Checkup().run(checks.connection().of(planned)));
    boolean answers = findings.stream().anyMatch(Examination::isReached);
    if (answers) {
      findings.addAll(once(new Checkup().run(checks.remote(planned))));
    } else {
      unreachable.add(endpoint);
    }
    return findings;
  }

  private static boolean isReached(Finding finding) {
    return finding.check() == CheckName.CONNECTION && finding.level() == Level.OK;
  }

  /** Leaves out a failure that another check has reported: IAM has its own endpoint. */
  private static List<Finding> once(List<Finding> findings) {
    Set<String> failures = new HashSet<>();
    return findings.stream()
        .filter(found -> found.failure() == null || failures.add(found.message()))
        .toList();
  }
}
