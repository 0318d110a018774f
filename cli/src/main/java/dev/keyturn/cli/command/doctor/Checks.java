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
 * @param local those of a profile without a network
 * @param remote those of a profile that ask AWS
 */
public record Checks(
    FileChecks files,
    EnvironmentChecks environment,
    ComputerChecks computer,
    List<OfProfile> local,
    List<OfProfile> remote) {

  /** Checks of a profile. */
  public interface OfProfile {
    /** Those that apply to {@code profile}. */
    List<Check> of(PlannedProfile profile);
  }

  /** Those of this computer; {@code configuration} is null when the AWS files cannot be read. */
  List<Check> ofComputer(@Nullable AwsConfiguration configuration) {
    List<Check> checks = new ArrayList<>(files.all());
    checks.addAll(environment.all(configuration));
    checks.addAll(computer.all(configuration));
    return checks;
  }

  /** Those of a profile. */
  List<Check> of(PlannedProfile planned, boolean offline) {
    List<Check> checks = new ArrayList<>();
    local.forEach(one -> checks.addAll(one.of(planned)));
    if (!offline) {
      remote.forEach(one -> checks.addAll(one.of(planned)));
    }
    return checks;
  }
}
