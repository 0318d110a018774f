package dev.keyturn.domain.migration;

import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.util.List;

/**
 * What moves a profile to another way of working.
 *
 * @param profile the profile
 * @param to the way of working
 * @param config what changes in the config file
 * @param credentials what changes in the credentials file
 * @param session what takes a session out of the credentials file that has no place there any
 *     longer; Keyturn keeps the session itself
 * @param left sections of the former way that stay, and why nobody needs them
 */
public record Migration(
    String profile,
    WayOfWorking to,
    List<Change> config,
    List<Change> credentials,
    List<Change> session,
    List<String> left) {

  /** Whether the profile works that way already. */
  public boolean isEmpty() {
    return config.isEmpty() && credentials.isEmpty();
  }
}
