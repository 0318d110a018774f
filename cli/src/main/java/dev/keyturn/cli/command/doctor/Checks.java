package dev.keyturn.cli.command.doctor;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every check there is.
 *
 * @param files those of the AWS files
 * @param environment those of the environment
 * @param computer those of what is installed
 * @param profile those of a profile without a network
 * @param network those of a profile that ask AWS
 * @param keys those of the user's keys at AWS
 */
public record Checks(
    FileChecks files,
    EnvironmentChecks environment,
    ComputerChecks computer,
    ProfileChecks profile,
    NetworkChecks network,
    AccessKeyChecks keys) {

  /** Those of this computer; {@code configuration} is null when the AWS files cannot be read. */
  List<Check> ofComputer(@Nullable AwsConfiguration configuration) {
    List<Check> checks = new ArrayList<>(files.all());
    checks.addAll(environment.all(configuration));
    checks.addAll(computer.all(configuration));
    return checks;
  }

  /** Those of a profile. */
  List<Check> of(PlannedProfile planned, boolean offline) {
    List<Check> checks = new ArrayList<>(profile.all(planned));
    if (!offline) {
      checks.addAll(network.all(planned));
      checks.addAll(keys.all(planned));
    }
    return checks;
  }
}
