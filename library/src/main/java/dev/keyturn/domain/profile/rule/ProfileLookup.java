package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.NearestName;
import dev.keyturn.domain.profile.plan.PlanRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the profile that is meant, or suggests the most similar name. */
public final class ProfileLookup {

  private final AwsConfiguration files;
  private final PlanRequest request;
  private final LogicalProfiles profiles;
  private final Findings findings;

  public ProfileLookup(AwsConfiguration files, PlanRequest request, Findings findings) {
    this.files = files;
    this.request = request;
    this.profiles = new LogicalProfiles(files, request.suffixes());
    this.findings = findings;
  }

  /**
   * The name of the profile whose session is wanted: the given one, or the profile that a given
   * section of long-term keys belongs to.
   *
   * @throws FailureException when the profile does not exist
   */
  public String subject() {
    String name = request.profile();
    Optional<String> ownerOfKeys = profiles.ownerOfKeys(name);
    if (ownerOfKeys.isPresent()) {
      warn(name, ownerOfKeys.get());
      return ownerOfKeys.get();
    }
    Optional<String> ownerOfSession = profiles.ownerOfSession(name);
    if (ownerOfSession.isPresent()) {
      return ownerOfSession.get();
    }
    if (!profiles.exists(name) && !mayBeMissing(name)) {
      throw missing(name);
    }
    return name;
  }

  /** The default profile need not exist in a file if its keys are in the environment. */
  private boolean mayBeMissing(String name) {
    return name.equals("default") && !request.typed() && hasEnvironmentKeys();
  }

  private void warn(String name, String owner) {
    findings.warn(
        "long-term-section",
        "["
            + name
            + "] contains the long-term keys of profile '"
            + owner
            + "'; the session is that of '"
            + owner
            + "'",
        null);
  }

  private boolean hasEnvironmentKeys() {
    return request.variable(Variable.AWS_ACCESS_KEY_ID).isPresent();
  }

  private FailureException missing(String name) {
    Optional<FailureException> misnamed = new MisnamedSection(files, name).failure();
    if (misnamed.isPresent()) {
      return misnamed.get();
    }
    String where = files.configFile() + " and " + files.credentialsFile();
    if (files.profiles().isEmpty()) {
      return new ProfileFailure.NoProfiles(name, where).exception();
    }
    List<String> names = new ArrayList<>(files.profiles().keySet());
    for (String profile : files.profiles().keySet()) {
      profiles.ownerOfKeys(profile).ifPresent(names::add);
    }
    return new ProfileFailure.Unknown(name, where, NearestName.of(name, names)).exception();
  }
}
