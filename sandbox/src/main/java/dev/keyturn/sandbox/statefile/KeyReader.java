package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.IdentityMembers.*;

import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.AccessKey;
import dev.keyturn.sandbox.state.identity.User;
import dev.keyturn.sandbox.statefile.type.Field;
import java.time.Instant;
import java.util.List;

/** Reads access keys. */
final class KeyReader {
  private final Identifiers identifiers;
  private final Instant now;

  KeyReader(Identifiers identifiers, Instant now) {
    this.identifiers = identifiers;
    this.now = now;
  }

  void readAll(Field owner, User user) {
    List<Field> keys = owner.find(KEYS);
    if (keys == null) {
      user.accessKeys().add(generated());
    } else {
      keys.forEach(field -> user.accessKeys().add(read(field)));
    }
  }

  private AccessKey generated() {
    return new AccessKey(
        identifiers.accessKeyId(), identifiers.secretAccessKey(), true, now, Instant.EPOCH);
  }

  AccessKey read(Field field) {
    String id = field.find(KEY_ID);
    String secret = field.get(KEY_SECRET);
    AccessKey key =
        new AccessKey(
            id == null ? identifiers.accessKeyId() : id,
            secret.isEmpty() ? identifiers.secretAccessKey() : secret,
            field.get(KEY_STATUS).equals("Active"),
            field.get(CREATED, now),
            field.get(KEY_VALID_FROM, Instant.EPOCH));
    Field use = field.find(LAST_USED);
    if (use != null) {
      key.used(
          new AccessKey.LastUse(use.get(USE_DATE, now), use.get(USE_SERVICE), use.get(USE_REGION)));
    }
    return key;
  }
}
