package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Created;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;

/**
 * Puts a new key in every place of the old one, with what is kept of the old one. The sessions come
 * first, so that there is no moment without one.
 */
public final class KeyReplacement {

  private final KeyPlaces places;
  private final SessionTransfer sessions;
  private final EditJournal edits;

  /**
   * Takes its collaborators.
   *
   * @param edits the changes of files that can be undone, from which the old secret goes
   */
  public KeyReplacement(KeyPlaces places, SessionTransfer sessions, EditJournal edits) {
    this.places = places;
    this.sessions = sessions;
    this.edits = edits;
  }

  KeyPlaces places() {
    return places;
  }

  /**
   * Replaces the old key.
   *
   * @throws dev.keyturn.domain.failure.FailureException as the files; each has the old key then, or
   *     the new one
   */
  void replace(UserCalls user, Created created) {
    AccessKey key = created.key();
    sessions.learn(created.old(), key.id());
    sessions.copy(created.old(), key.id());
    places.replace(created.old(), key);
    if (user.plan().base() instanceof Base.Keys keys && keys.key().id().equals(created.old())) {
      edits.forget(keys.key().secret().reveal(Reveal.STORE));
    }
  }

  /** Forgets the sessions of the old key, and where wanted of the new one; says how many it has. */
  int settleSessions(String old, String key, boolean drop) {
    int kept = sessions.copy(old, key);
    sessions.forget(old);
    if (drop) {
      sessions.forget(key);
    }
    return drop ? 0 : kept;
  }
}
