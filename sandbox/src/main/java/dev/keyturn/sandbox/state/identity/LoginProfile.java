package dev.keyturn.sandbox.state.identity;

import java.time.Instant;

/**
 * A user's password for the console. Its text never shows the password.
 *
 * @param changed when the password was last changed
 */
public record LoginProfile(
    String password, boolean resetRequired, Instant createDate, Instant changed) {

  /** The same profile with another password. */
  public LoginProfile with(String newPassword, boolean newResetRequired, Instant now) {
    return new LoginProfile(newPassword, newResetRequired, createDate, now);
  }

  @Override
  public String toString() {
    return "LoginProfile[of " + createDate + "]";
  }
}
