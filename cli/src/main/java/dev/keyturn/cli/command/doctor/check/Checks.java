package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All checks.
 *
 * @param files checks of the AWS files
 * @param computer checks of this computer
 * @param local checks of a profile without the network
 * @param connection checks whether AWS can be reached for a profile
 * @param remote checks of a profile that call AWS
 */
public record Checks(
    FileChecks files,
    List<OfComputer> computer,
    List<OfProfile> local,
    OfProfile connection,
    List<OfProfile> remote) {

  /** Checks of this computer. */
  public interface OfComputer {
    /** The checks that apply; {@code configuration} is null if the AWS files cannot be read. */
    List<Check> of(@Nullable AwsConfiguration configuration);
  }

  /** Checks of a profile. */
  public interface OfProfile {
    /** The checks that apply to {@code profile}. */
    List<Check> of(PlannedProfile profile);
  }

  /** Checks of this computer; {@code configuration} is null if the AWS files cannot be read. */
  public List<Check> ofComputer(@Nullable AwsConfiguration configuration) {
    List<Check> checks = new ArrayList<>(files.all());
    computer.forEach(one -> checks.addAll(one.of(configuration)));
    return checks;
  }

  /** Checks of a profile that need no network. */
  public List<Check> local(PlannedProfile planned) {
    return local.stream().flatMap(one -> one.of(planned).stream()).toList();
  }

  /** Checks of a profile that call AWS, once it was reached. */
  public List<Check> remote(PlannedProfile planned) {
    return remote.stream().flatMap(one -> one.of(planned).stream()).toList();
  }
}
