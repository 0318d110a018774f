package dev.keyturn.domain.migration;

import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.util.List;

/**
 * The changes that move a profile to another layout.
 *
 * @param profile the profile
 * @param to the layout
 * @param config the changes in the config file
 * @param credentials the changes in the credentials file
 * @param session the changes that remove a session from the credentials file where it is no longer
 *     needed; Keyturn still stores the session itself
 * @param left sections of the former layout that stay, and why they are no longer needed
 */
public record Migration(
    String profile,
    ProfileLayout to,
    List<Change> config,
    List<Change> credentials,
    List<Change> session,
    List<String> left) {

  /** Whether the profile has that layout already. */
  public boolean isEmpty() {
    return config.isEmpty() && credentials.isEmpty();
  }
}
