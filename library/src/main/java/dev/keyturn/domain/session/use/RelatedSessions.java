package dev.keyturn.domain.session.use;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effect of one profile's logout on the sessions of others.
 *
 * @param sharing profiles that had the same session, which ended with it
 * @param endedBy the profiles whose logout ends the session that it was made from, which is kept
 *     because other profiles use it; empty if none is kept
 * @param ofRoles sessions of roles that were made from it and stay valid
 */
public record RelatedSessions(List<Sharing> sharing, List<String> endedBy, List<OfRole> ofRoles) {

  /**
   * A profile that had the same session.
   *
   * @param profile its name
   * @param section the section that it was removed from; null for none
   */
  public record Sharing(String profile, @Nullable String section) {}

  /**
   * The session of a role.
   *
   * @param profile the role's profile
   * @param expiration when it ends
   */
  public record OfRole(String profile, Instant expiration) {}
}
