package dev.keyturn.domain.policy.document;

import dev.keyturn.domain.json.Position;
import org.jspecify.annotations.Nullable;

/**
 * Which statement of which policy.
 *
 * @param policy the name of the policy or its file
 * @param number counted from 1
 * @param sid its {@code Sid}; null when it has none
 * @param position where it begins
 */
public record StatementId(String policy, int number, @Nullable String sid, Position position) {

  /** Its display form: {@code RequireMfa: DenyWithoutMfa (line 12)}. */
  @Override
  public String toString() {
    return policy + ": " + label() + " (line " + position.line() + ")";
  }

  /** Its {@code Sid}, else {@code statement 2}. */
  public String label() {
    return sid == null || sid.isEmpty() ? "statement " + number : sid;
  }
}
