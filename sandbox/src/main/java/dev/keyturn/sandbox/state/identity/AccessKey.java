package dev.keyturn.sandbox.state.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A long-term access key. Its text never shows the secret. */
public final class AccessKey {

  /** The last request signed with a key, as GetAccessKeyLastUsed reports it. */
  public record LastUse(Instant date, String service, String region) {}

  private final String id;
  private final String secret;
  private final Instant createDate;
  private final Instant validFrom;
  private boolean active;
  private @Nullable LastUse lastUse;

  /**
   * A key that was never used.
   *
   * @param validFrom before this moment AWS does not know the key yet (eventual consistency); the
   *     epoch for a key that is valid at any time
   */
  public AccessKey(
      String id, String secret, boolean active, Instant createDate, Instant validFrom) {
    this.id = id;
    this.secret = secret;
    this.active = active;
    this.createDate = createDate;
    this.validFrom = validFrom;
  }

  public String id() {
    return id;
  }

  public String secret() {
    return secret;
  }

  public Instant createDate() {
    return createDate;
  }

  public Instant validFrom() {
    return validFrom;
  }

  public boolean active() {
    return active;
  }

  /** {@code Active} or {@code Inactive}. */
  public String status() {
    return active ? "Active" : "Inactive";
  }

  public void activate(boolean on) {
    active = on;
  }

  public @Nullable LastUse lastUse() {
    return lastUse;
  }

  public void used(LastUse use) {
    lastUse = use;
  }

  @Override
  public String toString() {
    return "AccessKey[" + id + ", " + status() + "]";
  }
}
