package dev.keyturn.cli.adapter.answer;

import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.session.store.SessionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A store that reports which of its sessions are read. */
final class NotedSessions implements SessionStore {

  private final SessionStore store;
  private final BiConsumer<SessionKey, Session> found;
  private final Runnable decrypted;

  NotedSessions(SessionStore store, BiConsumer<SessionKey, Session> found, Runnable decrypted) {
    this.store = store;
    this.found = found;
    this.decrypted = decrypted;
  }

  @Override
  public Optional<Session> find(SessionKey key) {
    Optional<Session> session = store.find(key);
    session.ifPresent(it -> found.accept(key, it));
    return session;
  }

  @Override
  public Optional<Session> open(SessionKey key) {
    Optional<Session> session = store.open(key);
    session.ifPresent(it -> found.accept(key, it));
    if (store.isEncrypted()) {
      decrypted.run();
    }
    return session;
  }

  @Override
  public boolean isEncrypted() {
    return store.isEncrypted();
  }

  @Override
  public void prepare() {
    store.prepare();
  }

  @Override
  public void save(SessionKey key, Session session) {
    store.save(key, session);
  }

  @Override
  public boolean remove(SessionKey key) {
    return store.remove(key);
  }

  @Override
  public int copy(String fromAccessKeyId, String toAccessKeyId) {
    return store.copy(fromAccessKeyId, toAccessKeyId);
  }

  @Override
  public int removeOf(String accessKeyId) {
    return store.removeOf(accessKeyId);
  }

  @Override
  public int removeAll() {
    return store.removeAll();
  }

  @Override
  public void removeExpired(Instant now) {
    store.removeExpired(now);
  }

  @Override
  public void noteWritten(String file, String section, Session session, List<String> policies) {
    store.noteWritten(file, section, session, policies);
  }

  @Override
  public Optional<Written> written(String file, String section) {
    return store.written(file, section);
  }

  @Override
  public List<String> sectionsWritten(String file) {
    return store.sectionsWritten(file);
  }

  @Override
  public void forgetWritten(String file, String section) {
    store.forgetWritten(file, section);
  }
}
