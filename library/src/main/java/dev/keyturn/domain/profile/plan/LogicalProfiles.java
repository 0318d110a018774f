package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The profiles a person thinks of: where two sections make up one, as {@code [X-long-term]} and
 * {@code [X]} do, the name they log in with.
 */
public final class LogicalProfiles {

  /** The suffix of the section that Keyturn makes beside a profile. */
  private static final String DERIVED = "-mfa";

  private LogicalProfiles() {}

  /** Their names, in file order. */
  public static List<String> of(AwsConfiguration configuration) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : configuration.profiles().keySet()) {
      if (!isDerived(name, configuration)) {
        names.add(withoutSuffix(name, configuration));
      }
    }
    return List.copyOf(names);
  }

  private static String withoutSuffix(String name, AwsConfiguration configuration) {
    if (holdsKeysOf(name, Suffixes.LONG_TERM, configuration)) {
      return stem(name, Suffixes.LONG_TERM);
    }
    // As ProfileLookup: "-default" says nothing without the profile it belongs to.
    boolean ofAnother =
        holdsKeysOf(name, Suffixes.DEFAULT, configuration)
            && configuration.profile(stem(name, Suffixes.DEFAULT)).isPresent();
    return ofAnother ? stem(name, Suffixes.DEFAULT) : name;
  }

  private static boolean holdsKeysOf(String name, String suffix, AwsConfiguration configuration) {
    return name.length() > suffix.length()
        && name.endsWith(suffix)
        && configuration.credentials(name).flatMap(it -> it.value("aws_access_key_id")).isPresent();
  }

  private static String stem(String name, String suffix) {
    return name.substring(0, name.length() - suffix.length());
  }

  /** A section with session keys beside the profile it was made for. */
  private static boolean isDerived(String name, AwsConfiguration configuration) {
    if (!name.endsWith(DERIVED)) {
      return false;
    }
    String source = name.substring(0, name.length() - DERIVED.length());
    return configuration.profile(source).isPresent()
        && configuration.credentials(name).flatMap(it -> it.value("aws_session_token")).isPresent();
  }
}
