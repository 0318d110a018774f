package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every check there is.
 *
 * @param files those of the AWS files
 * @param computer those of this computer
 * @param local those of a profile without a network
 * @param connection whether AWS can be reached for a profile
 * @param remote those of a profile that ask AWS
 */
public record Checks(
    FileChecks files,
    List<OfComputer> computer,
    List<OfProfile> local,
    OfProfile connection,
    List<OfProfile> remote) {

  /** Checks of this computer. */
  public interface OfComputer {
    /** Those that apply; {@code configuration} is null when the AWS files cannot be read. */
    List<Check> of(@Nullable AwsConfiguration configuration);
  }

  /** Checks of a profile. */
  public interface OfProfile {
    /** Those that apply to {@code profile}. */
    List<Check> of(PlannedProfile profile);
  }

  /** Those of this computer; {@code configuration} is null when the AWS files cannot be read. */
  public List<Check> ofComputer(@Nullable AwsConfiguration configuration) {
    List<Check> checks = new ArrayList<>(files.all());
    computer.forEach(one -> checks.addAll(one.of(configuration)));
    return checks;
  }

  /** Those of a profile that need no network. */
  public List<Check> local(PlannedProfile planned) {
    return local.stream().flatMap(one -> one.of(planned).stream()).toList();
  }

  /** Those of a profile that ask AWS, which can be reached. */
  public List<Check> remote(PlannedProfile planned) {
    return remote.stream().flatMap(one -> one.of(planned).stream()).toList();
  }
}
