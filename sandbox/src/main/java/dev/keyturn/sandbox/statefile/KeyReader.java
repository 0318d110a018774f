package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.AccessKey;
import dev.keyturn.sandbox.state.identity.User;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads access keys.
 *
 * <pre>
 * key = { "AccessKeyId" : id, "SecretAccessKey" : secret, "Status" : "Active" / "Inactive",
 *         "CreateDate" : time, "ValidFrom" : time,
 *         "LastUsed" : { "Date" : time, "ServiceName" : name, "Region" : region } }
 * </pre>
 */
final class KeyReader {
  private static final Pattern KEY_ID = Pattern.compile("\\w{3,128}");

  private final Identifiers identifiers;
  private final Instant now;

  KeyReader(Identifiers identifiers, Instant now) {
    this.identifiers = identifiers;
    this.now = now;
  }

  void readAll(Field owner, User user) {
    if (owner.member("AccessKeys") == null) {
      user.accessKeys().add(key(null, null, true, now, Instant.EPOCH));
    }
    user.accessKeys().addAll(owner.list("AccessKeys", this::read));
    if (user.accessKeys().size() > 2) {
      throw owner.wrong("more than two access keys");
    }
  }

  private AccessKey read(Field field) {
    field.object(
        Set.of("AccessKeyId", "SecretAccessKey", "Status", "CreateDate", "ValidFrom", "LastUsed"));
    String id = field.text("AccessKeyId");
    if (id != null && !KEY_ID.matcher(id).matches()) {
      throw field.wrong("\"AccessKeyId\" must be 3 to 128 letters and digits");
    }
    Instant created = field.time("CreateDate", now);
    AccessKey key =
        key(
            id,
            field.text("SecretAccessKey"),
            active(field),
            created,
            field.time("ValidFrom", Instant.EPOCH));
    Field use = field.member("LastUsed");
    if (use != null) {
      use.object(Set.of("Date", "ServiceName", "Region"));
      key.used(
          new AccessKey.LastUse(
              use.time("Date", now), use.required("ServiceName"), use.required("Region")));
    }
    return key;
  }

  private AccessKey key(
      @Nullable String id,
      @Nullable String secret,
      boolean active,
      Instant created,
      Instant validFrom) {
    return new AccessKey(
        id == null ? identifiers.accessKeyId() : id,
        secret == null || secret.isEmpty() ? identifiers.secretAccessKey() : secret,
        active,
        created,
        validFrom);
  }

  private static boolean active(Field field) {
    String status = field.text("Status", "Active");
    if (!status.equals("Active") && !status.equals("Inactive")) {
      throw field.wrong("\"Status\" must be Active or Inactive");
    }
    return status.equals("Active");
  }
}
