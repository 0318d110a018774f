package dev.keyturn.adapter.state;

import dev.keyturn.domain.iam.revocation.RevocationJournal;
import dev.keyturn.domain.iam.revocation.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** When sessions were revoked from here, as one record for each user and role. */
public final class RevocationRecords implements RevocationJournal {

  private static final String REVOCATIONS = "revocations";

  private final Records records;

  /** Kept in {@code records}. */
  public RevocationRecords(Records records) {
    this.records = records;
  }

  @Override
  public Optional<Instant> last(Scope scope) {
    return records.read(REVOCATIONS, key(scope)).flatMap(RevocationRecords::before);
  }

  private static Optional<Instant> before(Map<String, String> fields) {
    try {
      long seconds = Long.parseLong(fields.getOrDefault("before", ""));
      return Optional.of(Instant.ofEpochSecond(seconds));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void note(Scope scope, Instant before) {
    String seconds = Long.toString(before.getEpochSecond());
    records.write(REVOCATIONS, key(scope), Map.of("before", seconds));
  }

  @Override
  public void forget(Scope scope) {
    records.remove(REVOCATIONS, key(scope));
  }

  private static String key(Scope scope) {
    String kind = scope.isRole() ? "role" : "user";
    return scope.account() + "\n" + kind + "\n" + scope.owner().name();
  }
}
