package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.Suffixes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The profiles a person thinks of: where several sections make up one, as {@code [X-long-term]} and
 * {@code [X]} do, the name they log in with.
 */
public final class LogicalProfiles {

  private final AwsConfiguration files;
  private final Suffixes suffixes;

  LogicalProfiles(AwsConfiguration files, Suffixes suffixes) {
    this.files = files;
    this.suffixes = suffixes;
  }

  /** Their names, in file order. */
  public static List<String> of(AwsConfiguration files) {
    LogicalProfiles profiles = new LogicalProfiles(files, Suffixes.STANDARD);
    Set<String> names = new LinkedHashSet<>();
    for (String section : files.profiles().keySet()) {
      names.add(
          profiles.ownerOfKeys(section).or(() -> profiles.ownerOfSession(section)).orElse(section));
    }
    return List.copyOf(names);
  }

  /** The profile whose long-term keys {@code section} contains, if its name says whose. */
  Optional<String> ownerOfKeys(String section) {
    if (!containsLongTermKeys(section)) {
      return Optional.empty();
    }
    // "-default" is too common an ending to mean anything without the profile it belongs to.
    return Suffixes.stem(section, suffixes.longTerm())
        .or(() ->
            Suffixes.stem(section, Suffixes.DEFAULT)
                .filter(owner -> files.profile(owner).isPresent()));
  }

  /** The profile for whose session Keyturn made {@code section}, if that is all it contains. */
  Optional<String> ownerOfSession(String section) {
    return Suffixes.stem(section, Suffixes.DERIVED)
        .filter(this::exists)
        .filter(owner -> files.profile(section).filter(LogicalProfiles::isOnlySession).isPresent());
  }

  /** Whether {@code profile} has a section of its own, or one for its keys. */
  boolean exists(String profile) {
    return files.profile(profile).isPresent()
        || SuffixedKeys.of(files, suffixes, profile).isPresent();
  }

  private boolean containsLongTermKeys(String section) {
    return files.profile(section).filter(found -> StaticKeys.of(found).longTerm()).isPresent();
  }

  private static boolean isOnlySession(Section section) {
    return StaticKeys.of(section).session()
        && section.filled("role_arn").isEmpty()
        && section.filled("source_profile").isEmpty();
  }
}
