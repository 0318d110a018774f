package dev.keyturn.sandbox.state.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's credential for one service, such as Git credentials for CodeCommit or an API key for
 * Bedrock. Its text never shows the password.
 *
 * @param id {@code ACCA…}
 * @param service such as {@code codecommit.amazonaws.com}
 * @param userName what the user signs in with; for an API key its alias
 * @param password the password or API key
 * @param expiration null for a credential that does not expire
 */
public record ServiceCredential(
    String id,
    String service,
    String userName,
    String password,
    boolean active,
    Instant createDate,
    @Nullable Instant expiration) {

  public ServiceCredential activated(boolean on) {
    return new ServiceCredential(id, service, userName, password, on, createDate, expiration);
  }

  public ServiceCredential withPassword(String newPassword) {
    return new ServiceCredential(
        id, service, userName, newPassword, active, createDate, expiration);
  }

  /** {@code Active}, {@code Inactive} or {@code Expired}. */
  public String status(Instant now) {
    if (expiration != null && !now.isBefore(expiration)) {
      return "Expired";
    }
    return active ? "Active" : "Inactive";
  }

  @Override
  public String toString() {
    return "ServiceCredential[" + id + ", " + service + "]";
  }
}
