package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.CredentialProcess;
import dev.keyturn.domain.profile.file.NearestName;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.Suffixes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The profiles as a user sees them: several sections that form one profile, such as {@code
 * [X-long-term]} and {@code [X]}, appear under the name used to log in.
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

  /** Whether {@code name} is a pattern. */
  public static boolean isPattern(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
  }

  /**
   * The profiles that {@code names} refer to, each once: all that a pattern matches, where {@code
   * *} means any characters and {@code ?} one, and every other name as it is.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Unknown} for a
   *     pattern that matches none
   */
  public static List<String> meant(AwsConfiguration files, List<String> names) {
    Set<String> meant = new LinkedHashSet<>();
    List<String> all = of(files);
    for (String name : names) {
      if (!isPattern(name) || files.profile(name).isPresent()) {
        meant.add(name);
        continue;
      }
      List<String> matching = all.stream().filter(it -> matches(name, it)).toList();
      if (matching.isEmpty()) {
        String where = files.configFile() + " and " + files.credentialsFile();
        throw new ProfileFailure.Unknown(name, where, nearest(name, all)).exception();
      }
      meant.addAll(matching);
    }
    return List.copyOf(meant);
  }

  /**
   * A suggestion: the pattern for profiles with the same beginning, else the profile with the most
   * similar name.
   */
  private static @Nullable String nearest(String pattern, List<String> names) {
    String letters = pattern.replace("*", "").replace("?", "");
    int length = letters.length();
    if (length < 3 || !pattern.equals(letters + "*")) {
      return NearestName.of(letters, names);
    }
    List<String> beginnings =
        names.stream()
            .filter(it -> it.length() > length)
            .map(it -> it.substring(0, length))
            .toList();
    String nearest = NearestName.of(letters, beginnings);
    return nearest == null ? null : nearest + "*";
  }

  private static boolean matches(String pattern, String name) {
    if (pattern.isEmpty()) {
      return name.isEmpty();
    }
    String rest = pattern.substring(1);
    if (pattern.charAt(0) == '*') {
      return matches(rest, name) || (!name.isEmpty() && matches(pattern, name.substring(1)));
    }
    boolean one =
        !name.isEmpty() && (pattern.charAt(0) == '?' || pattern.charAt(0) == name.charAt(0));
    return one && matches(rest, name.substring(1));
  }

  /** The profile whose long-term keys {@code section} contains, according to its name. */
  Optional<String> ownerOfKeys(String section) {
    if (!containsLongTermKeys(section)) {
      return Optional.empty();
    }
    // The suffix "-default" is too common to mean anything if its profile does not exist.
    return Suffixes.stem(section, suffixes.longTerm())
        .or(() ->
            Suffixes.stem(section, Suffixes.DEFAULT)
                .filter(owner -> files.profile(owner).isPresent()));
  }

  /** The profile for whose session Keyturn created {@code section}, if it contains nothing else. */
  Optional<String> ownerOfSession(String section) {
    return Suffixes.stem(section, Suffixes.DERIVED)
        .filter(this::exists)
        .filter(owner -> files.profile(section).filter(LogicalProfiles::isOnlySession).isPresent())
        .or(() -> ownerForTools(section));
  }

  /** The role whose credentials {@code section} gets from Keyturn. */
  private Optional<String> ownerForTools(String section) {
    return Suffixes.stem(section, Suffixes.TOOLS)
        .filter(this::exists)
        .filter(
            owner -> files.profile(section).filter(CredentialProcess::callsKeyturn).isPresent());
  }

  /** Whether {@code profile} has a section of its own, or one for its keys. */
  boolean exists(String profile) {
    return files.profile(profile).isPresent()
        || LongTermKey.Suffixed.of(files, suffixes, profile).isPresent();
  }

  private boolean containsLongTermKeys(String section) {
    return files.profile(section).filter(LongTermKey::isIn).isPresent();
  }

  /** Without keys it is what is left where the credentials file is another one. */
  private static boolean isOnlySession(Section section) {
    StaticKeys keys = StaticKeys.of(section);
    return (keys.session()
            && section.filled("role_arn").isEmpty()
            && section.filled("source_profile").isEmpty())
        || (keys.none()
            && section.settings().keySet().stream().allMatch(LogicalProfiles::isCopied));
  }

  private static boolean isCopied(String setting) {
    return ProfileSetting.ofNewProfiles().stream().anyMatch(it -> it.label().equals(setting));
  }
}
