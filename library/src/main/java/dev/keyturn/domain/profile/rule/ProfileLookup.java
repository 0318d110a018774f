package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.NearestName;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.Suffixes;
import java.util.ArrayList;
import java.util.List;

/** Finds the profile that is meant, or says which name comes nearest. */
public final class ProfileLookup {

  private final AwsConfiguration files;
  private final PlanRequest request;
  private final Suffixes suffixes;
  private final Findings findings;

  public ProfileLookup(
      AwsConfiguration files, PlanRequest request, Suffixes suffixes, Findings findings) {
    this.files = files;
    this.request = request;
    this.suffixes = suffixes;
    this.findings = findings;
  }

  /**
   * The name of the profile whose session is wanted: the one asked for, or that which its section
   * of long-term keys belongs to.
   *
   * @throws FailureException when there is no such profile
   */
  public String subject() {
    String name = request.profile();
    if (isLongTermSection(name, suffixes.longTerm())) {
      return owner(name, suffixes.longTerm());
    }
    // "-default" is too common an ending to mean layout A without the profile it belongs to.
    if (isLongTermSection(name, Suffixes.DEFAULT)
        && files.profile(stem(name, Suffixes.DEFAULT)).isPresent()) {
      return owner(name, Suffixes.DEFAULT);
    }
    if (isSessionSection(name)) {
      return stem(name, SessionTarget.DERIVED_SUFFIX);
    }
    if (!exists(name) && !mayBeMissing(name)) {
      throw missing(name);
    }
    return name;
  }

  /** {@code [X-mfa]} that holds nothing but the session of a profile {@code X}. */
  private boolean isSessionSection(String name) {
    return name.length() > SessionTarget.DERIVED_SUFFIX.length()
        && name.endsWith(SessionTarget.DERIVED_SUFFIX)
        && exists(stem(name, SessionTarget.DERIVED_SUFFIX))
        && files.profile(name).filter(ProfileLookup::isOnlySession).isPresent();
  }

  private static boolean isOnlySession(Section section) {
    return StaticKeys.of(section).session()
        && section.filled("role_arn").isEmpty()
        && section.filled("source_profile").isEmpty();
  }

  /** Nobody has to set up the default profile whose keys are in the environment. */
  private boolean mayBeMissing(String name) {
    return name.equals("default") && !request.profileIsExplicit() && hasEnvironmentKeys();
  }

  private boolean isLongTermSection(String name, String suffix) {
    return !suffix.isEmpty()
        && name.length() > suffix.length()
        && name.endsWith(suffix)
        && holdsLongTermKeys(name);
  }

  private boolean holdsLongTermKeys(String name) {
    return files.profile(name).filter(section -> StaticKeys.of(section).longTerm()).isPresent();
  }

  private static String stem(String name, String suffix) {
    return name.substring(0, name.length() - suffix.length());
  }

  private String owner(String name, String suffix) {
    String owner = stem(name, suffix);
    findings.warn(
        "long-term-section",
        "["
            + name
            + "] holds the long-term keys of profile '"
            + owner
            + "'; the session is that of '"
            + owner
            + "'",
        null);
    return owner;
  }

  private boolean exists(String name) {
    return files.profile(name).isPresent() || SuffixedKeys.of(files, suffixes, name).isPresent();
  }

  private boolean hasEnvironmentKeys() {
    return request.variable(Variable.AWS_ACCESS_KEY_ID).isPresent();
  }

  private FailureException missing(String name) {
    Section unprefixed = files.unprefixed().get(name);
    if (unprefixed != null) {
      return new ProfileFailure.Bad(
              name,
              "["
                  + name
                  + "] in the config file is no profile: AWS tools look for [profile "
                  + name
                  + "] ("
                  + unprefixed.origin()
                  + ")",
              "keyturn config set profile." + name + ".aws_access_key_id ID")
          .exception();
    }
    String where = files.configFile() + " and " + files.credentialsFile();
    if (files.profiles().isEmpty()) {
      return new ProfileFailure.NoProfiles(name, where).exception();
    }
    List<String> names = new ArrayList<>(files.profiles().keySet());
    for (String profile : files.profiles().keySet()) {
      if (isLongTermSection(profile, suffixes.longTerm())) {
        names.add(stem(profile, suffixes.longTerm()));
      }
    }
    return new ProfileFailure.Unknown(name, where, NearestName.of(name, names)).exception();
  }
}
