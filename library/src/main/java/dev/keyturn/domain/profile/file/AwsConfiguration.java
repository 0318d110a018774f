package dev.keyturn.domain.profile.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of the two AWS files, read as the AWS SDKs read them.
 *
 * @param configFile the config file's path, whether or not it exists
 * @param credentialsFile the credentials file's path, whether or not it exists
 * @param profiles every profile by name in file order, both files merged: the credentials file
 *     takes precedence for each setting
 * @param credentials the sections of the credentials file alone
 * @param unprefixed sections of the config file without the {@code profile } prefix, which the AWS
 *     tools ignore but two layouts use; never {@code default}
 * @param ssoSessions the {@code [sso-session NAME]} sections
 * @param services the {@code [services NAME]} sections
 * @param ignored sections that AWS SDKs ignore for another reason
 */
public record AwsConfiguration(
    String configFile,
    String credentialsFile,
    Map<String, Section> profiles,
    Map<String, Section> credentials,
    Map<String, Section> unprefixed,
    Map<String, Section> ssoSessions,
    Map<String, Section> services,
    List<IgnoredSection> ignored) {

  /** The profile called {@code name}, both files merged. */
  public Optional<Section> profile(String name) {
    return Optional.ofNullable(profiles.get(name));
  }

  /** The section {@code [name]} of the credentials file alone. */
  public Optional<Section> credentials(String name) {
    return Optional.ofNullable(credentials.get(name));
  }

  /** The section {@code [name]} of the config file that lacks its prefix. */
  public Optional<Section> unprefixed(String name) {
    return Optional.ofNullable(unprefixed.get(name));
  }
}
