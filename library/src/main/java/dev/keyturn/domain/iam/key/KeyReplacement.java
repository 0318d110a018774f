package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.edit.Edit;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Created;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Made;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Written;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyDeposit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Puts a new key in every place of the old one, and transfers the sessions and facts of the old
 * one. Sessions are transferred first, so that there is always one.
 */
public final class KeyReplacement {

  private final KeyExchange files;
  private final KeyDeposit stores;
  private final SessionTransfer sessions;
  private final EditJournal edits;

  /**
   * Takes its collaborators.
   *
   * @param edits the undoable edits, from which the old secret is removed
   */
  public KeyReplacement(
      KeyExchange files, KeyDeposit stores, SessionTransfer sessions, EditJournal edits) {
    this.files = files;
    this.stores = stores;
    this.sessions = sessions;
    this.edits = edits;
  }

  /**
   * Checks that every place can take the new key, as far as possible without opening a store.
   *
   * @throws dev.keyturn.domain.failure.FailureException as the files and the stores
   */
  void check(UserCalls user, String old, KeyRoute route) {
    files.check(old, route);
    route.stores().forEach(place -> stores.check(place, user.profile().name()));
  }

  /** The changes in the files when the key takes this route. */
  Map<FileKind, List<Change>> lines(UserCalls user, String old, KeyRoute route) {
    return files.lines(old, route, served(user, old));
  }

  /**
   * Opens the stores that get the new key, which may ask for a passphrase or PIN.
   *
   * @throws dev.keyturn.domain.failure.FailureException as the stores
   */
  void prepare(KeyRoute route) {
    route.stores().forEach(stores::prepare);
  }

  /** The signer for the new key: its store, if it is in one. */
  Signer signer(Made made) {
    if (made instanceof Created created) {
      return Signer.of(created.key());
    }
    StorePlace place = made.route().stores().get(0);
    return new Signer(made.id(), stores.signingKey(place, made.id()), null);
  }

  /** Whether the new key can be used in its new place. */
  boolean isThere(Made made) {
    return made.route().stores().stream().allMatch(place -> stores.has(place, made.id()));
  }

  /**
   * Replaces the old key. The undoable edits forget the old secret first, while it can still be
   * read, so that a process that is killed afterwards leaves no copy.
   *
   * @throws dev.keyturn.domain.failure.FailureException as the files and the stores; each then has
   *     either the old key or the new one
   */
  void replace(UserCalls user, Made made) {
    sessions.learn(made.old(), made.id());
    sessions.copy(made.old(), made.id());
    if (made instanceof Created created) {
      made.route().stores().forEach(place -> stores.put(place, created.key()));
    }
    List<Place> places = files.places(made.old());
    Set<Secret> secrets = files.secrets(made.old());
    secrets.forEach(this::forget);
    files.replace(made, served(user, made.old()));
    secrets.forEach(this::forget);
    if (!places.isEmpty()) {
      edits.recordMade(Edit.ofKey("keys rotate", places));
    }
  }

  private void forget(Secret secret) {
    edits.forget(secret.reveal(Reveal.STORE));
  }

  /** The profile whose sessions are made with the key of a section. */
  private static UnaryOperator<String> served(UserCalls user, String old) {
    Map<String, String> served = new HashMap<>();
    for (PlannedProfile profile : user.profilesWith(old)) {
      SessionPlan plan = profile.plan();
      if (plan.roleArn() == null && plan.base() instanceof Base.Keys keys) {
        served.put(keys.profile(), plan.profile());
      }
    }
    return section -> served.getOrDefault(section, section);
  }

  /**
   * Forgets the sessions of the old key and, if requested, of the new one; returns how many the new
   * one has.
   */
  int settleSessions(Written written, boolean drop) {
    int kept = sessions.copy(written.old(), written.id());
    sessions.forget(written.old());
    if (drop) {
      sessions.forget(written.id());
    }
    return drop ? 0 : kept;
  }

  /** Removes the old key from the stores that have it. */
  void clear(Written written) {
    written.left().forEach(place -> stores.remove(place, written.old()));
  }
}
