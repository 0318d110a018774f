package dev.keyturn.adapter.state;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.session.store.SessionStore;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sessions as records, and where they were written. Removes the launcher's cached answers first.
 */
public final class FileSessionStore implements SessionStore {

  /** The folder of the cached answers, inside the folder of the records. */
  public static final String ANSWERS = "answers";

  /** The kind of session records. */
  public static final String SESSIONS = "sessions";

  private static final String WRITTEN = "written";
  private static final String SECRET = SessionSecrets.NAMES.get(0);
  private static final String TOKEN = SessionSecrets.NAMES.get(1);

  private final Records records;
  private final SessionSecrets secrets;

  /** Stores sessions in {@code records}, unencrypted. */
  public FileSessionStore(Records records) {
    this(records, SessionSecrets.PLAIN);
  }

  /** Stores sessions in {@code records}, encrypted by {@code secrets} where that is turned on. */
  public FileSessionStore(Records records, SessionSecrets secrets) {
    this.records = records;
    this.secrets = secrets;
  }

  @Override
  public Optional<Session> find(SessionKey key) {
    return records.read(SESSIONS, key.text()).flatMap(fields -> session(key, fields));
  }

  private Optional<Session> session(SessionKey key, Map<String, String> fields) {
    return isOfThisSetting(fields) && fields.containsKey(SessionSecrets.ENCRYPTED)
        ? session(fields, secret(key, SECRET), secret(key, TOKEN))
        : plain(fields);
  }

  /** A record that does not match the present encryption setting counts as missing. */
  private boolean isOfThisSetting(Map<String, String> fields) {
    return secrets.areEncrypted() == fields.containsKey(SessionSecrets.ENCRYPTED);
  }

  private Secret secret(SessionKey key, String name) {
    return Secret.from(() ->
        records
            .read(SESSIONS, key.text())
            .flatMap(secrets::decrypt)
            .map(fields -> required(fields, name))
            .orElseThrow(() -> new IllegalStateException("a session was not opened before use")));
  }

  @Override
  public Optional<Session> open(SessionKey key) {
    return records.read(SESSIONS, key.text()).flatMap(this::opened);
  }

  private Optional<Session> opened(Map<String, String> fields) {
    return isOfThisSetting(fields) && fields.containsKey(SessionSecrets.ENCRYPTED)
        ? secrets.decrypt(fields).flatMap(FileSessionStore::session)
        : plain(fields);
  }

  private Optional<Session> plain(Map<String, String> fields) {
    return isOfThisSetting(fields) ? session(fields) : Optional.empty();
  }

  @Override
  public boolean isEncrypted() {
    return secrets.areEncrypted();
  }

  @Override
  public void prepare() {
    secrets.prepare();
  }

  private static Optional<Session> session(Map<String, String> fields) {
    String secret = fields.get(SECRET);
    String token = fields.get(TOKEN);
    return secret == null || token == null
        ? Optional.empty()
        : session(fields, Secret.of(secret), Secret.of(token));
  }

  private static Optional<Session> session(
      Map<String, String> fields, Secret secretAccessKey, Secret sessionToken) {
    try {
      SessionCredentials credentials =
          new SessionCredentials(
              required(fields, "access_key_id"),
              secretAccessKey,
              sessionToken,
              Instant.ofEpochSecond(number(fields, "expiration")));
      return Optional.of(
          new Session(
              credentials,
              KeyRecords.identity(fields),
              device(fields.get("device")),
              fields.get("role_arn"),
              Duration.ofSeconds(number(fields, "granted_seconds"))));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String required(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }

  private static long number(Map<String, String> fields, String name) {
    return Long.parseLong(required(fields, name));
  }

  private static @Nullable MfaDevice device(@Nullable String serialNumber) {
    return serialNumber == null ? null : new MfaDevice(serialNumber);
  }

  @Override
  public void save(SessionKey key, Session session) {
    records.removeAll(ANSWERS);
    SessionCredentials credentials = session.credentials();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("access_key_id", credentials.accessKeyId());
    fields.put(SECRET, credentials.secretAccessKey().reveal(Reveal.STORE));
    fields.put(TOKEN, credentials.sessionToken().reveal(Reveal.STORE));
    fields.put("expiration", Long.toString(credentials.expiration().getEpochSecond()));
    fields.put("granted_seconds", Long.toString(session.granted().toSeconds()));
    KeyRecords.put(fields, session.identity());
    if (session.device() != null) {
      fields.put("device", session.device().serialNumber());
    }
    if (session.roleArn() != null) {
      fields.put("role_arn", session.roleArn());
    }
    write(key, fields);
  }

  private void write(SessionKey key, Map<String, String> fields) {
    boolean encrypted = secrets.areEncrypted();
    records.writeLightly(
        SESSIONS, key.text(), encrypted ? secrets.encrypt(key.text(), fields) : fields);
    if (!encrypted && secrets.areEncrypted()) {
      // Another process turned it on in the meantime, and did not see this record.
      write(key, fields);
    }
  }

  @Override
  public boolean remove(SessionKey key) {
    records.removeAll(ANSWERS);
    return records.remove(SESSIONS, key.text());
  }

  @Override
  public int copy(String fromAccessKeyId, String toAccessKeyId) {
    int copied = 0;
    for (Map<String, String> fields : records.readAll(SESSIONS)) {
      SessionKey key = new SessionKey(fields.getOrDefault("key", ""));
      Optional<Session> session =
          key.restsOn(fromAccessKeyId) ? openedIfPossible(fields) : Optional.empty();
      session.ifPresent(found -> saveUnlessOlder(key.withAccessKey(toAccessKeyId), found));
      copied += session.isPresent() ? 1 : 0;
    }
    return copied;
  }

  private Optional<Session> openedIfPossible(Map<String, String> fields) {
    try {
      return opened(fields);
    } catch (FailureException e) {
      return Optional.empty();
    }
  }

  private void saveUnlessOlder(SessionKey key, Session session) {
    Instant end = session.credentials().expiration();
    if (find(key).filter(there -> there.credentials().expiration().isAfter(end)).isEmpty()) {
      save(key, session);
    }
  }

  @Override
  public int removeOf(String accessKeyId) {
    return (int)
        records.readAll(SESSIONS).stream()
            .map(fields -> new SessionKey(fields.getOrDefault("key", "")))
            .filter(key -> key.restsOn(accessKeyId))
            .filter(this::remove)
            .count();
  }

  @Override
  public int removeAll() {
    records.removeAll(ANSWERS);
    return records.removeAll(SESSIONS);
  }

  @Override
  public void removeExpired(Instant now) {
    records.removeAll(ANSWERS);
    records.removeAll(SESSIONS, now, fields -> !isOfThisSetting(fields) || isOver(fields, now));
  }

  private static boolean isOver(Map<String, String> fields, Instant now) {
    try {
      return number(fields, "expiration") <= now.getEpochSecond();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public void noteWritten(String file, String section, Session session, List<String> policies) {
    SessionCredentials credentials = session.credentials();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("access_key_id", credentials.accessKeyId());
    fields.put("expiration", Long.toString(credentials.expiration().getEpochSecond()));
    KeyRecords.put(fields, session.identity());
    if (!policies.isEmpty()) {
      fields.put("policies", String.join(" ", policies));
    }
    // In most logins the session is already written and noted.
    String place = place(file, section);
    Map<String, String> noted = new HashMap<>(records.read(WRITTEN, place).orElse(Map.of()));
    noted.remove("key");
    if (!noted.equals(fields)) {
      records.write(WRITTEN, place, fields);
    }
  }

  @Override
  public Optional<Written> written(String file, String section) {
    return records.read(WRITTEN, place(file, section)).flatMap(FileSessionStore::written);
  }

  private static Optional<Written> written(Map<String, String> fields) {
    try {
      return Optional.of(
          new Written(
              required(fields, "access_key_id"),
              Instant.ofEpochSecond(number(fields, "expiration")),
              KeyRecords.identity(fields),
              policies(fields.getOrDefault("policies", ""))));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static List<String> policies(String names) {
    return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
  }

  @Override
  public List<String> sectionsWritten(String file) {
    String prefix = place(file, "");
    return records.readAll(WRITTEN).stream()
        .map(fields -> fields.getOrDefault("key", ""))
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .sorted()
        .toList();
  }

  @Override
  public void forgetWritten(String file, String section) {
    records.remove(WRITTEN, place(file, section));
  }

  private static String place(String file, String section) {
    return file + "\n" + section;
  }
}
