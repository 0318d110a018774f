package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Begun;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Created;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Made;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Stored;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Written;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a user's access key, in the AWS files or in a store, by a new one. The old key stays
 * active until the new one works at every endpoint and is in every place of the old one; then it is
 * made inactive. Each step can be interrupted: both keys still work, and the next run continues
 * from there.
 */
public final class KeyRotation {

  /**
   * A rotation to perform.
   *
   * @param deletion whether to delete the old key
   * @param dropSessions whether to forget the sessions that the old key made
   * @param to where to put the new key; null for the places of the old one
   * @param consent is asked before a key is put in another place
   */
  public record Request(
      KeyDeletion deletion, boolean dropSessions, @Nullable StorePlace to, MoveConsent consent) {}

  /**
   * What was done.
   *
   * @param user the ARN of the user
   * @param old the key that was replaced
   * @param isDeleted whether it was deleted rather than made inactive
   * @param key the new key
   * @param places where the new key is
   * @param sessions how many sessions were transferred to it
   */
  public record Rotated(
      String user,
      String old,
      boolean isDeleted,
      String key,
      List<KeyPlace> places,
      int sessions) {}

  private final KeyPlaces places;
  private final KeyCreation creation;
  private final Propagation propagation;
  private final KeyReplacement replacement;
  private final KeyRetirement retirement;
  private final RotationJournal journal;
  private final Locks locks;
  private final RotationDialog dialog;
  private final Consumer<String> notes;

  /**
   * Takes its collaborators.
   *
   * @param notes takes messages for the user
   */
  public KeyRotation(
      KeyPlaces places,
      KeyCreation creation,
      Propagation propagation,
      KeyReplacement replacement,
      KeyRetirement retirement,
      RotationJournal journal,
      Locks locks,
      RotationDialog dialog,
      Consumer<String> notes) {
    this.places = places;
    this.creation = creation;
    this.propagation = propagation;
    this.replacement = replacement;
    this.retirement = retirement;
    this.journal = journal;
    this.locks = locks;
    this.dialog = dialog;
    this.notes = notes;
  }

  /**
   * Rotates the key that the user's profile uses, or finishes an interrupted rotation. Returns
   * empty, with nothing changed, if the person does not want the key to be put elsewhere.
   *
   * @throws FailureException as IAM, as the files and the stores, {@code ProfileFailure.Bad} for a
   *     key that neither of them contains, and {@code FileFailure.Busy} while another process
   *     rotates a key of the user
   */
  @SuppressWarnings("try") // the lock is held, not used
  public Optional<Rotated> rotate(UserCalls user, Request request) {
    String arn = user.user().arn();
    try (Locks.Held held = locks.acquire("key rotation of " + arn, Duration.ZERO)) {
      return written(user, journal.find(arn).orElse(null), request)
          .map(written -> finish(user.again(), written, request));
    } catch (FailureException e) {
      journal.find(arn).ifPresent(left -> notes.accept(unfinished(user, left)));
      throw e;
    }
  }

  private static String unfinished(UserCalls user, UnfinishedRotation left) {
    String profile = user.profile().name();
    return ("the rotation of access key " + left.old() + " is not finished; to continue: ")
        + ShellCommand.of("keyturn", "keys", "rotate", profile);
  }

  private Optional<Written> written(
      UserCalls user, @Nullable UnfinishedRotation at, Request request) {
    if (at instanceof Written done) {
      return Optional.of(done);
    }
    if (at instanceof Begun begun) {
      creation.repair(user, begun);
    }
    if (at instanceof Made made && creation.exists(user, made.id()) && isUsable(made)) {
      noteAnotherWay(user, made.route(), request.to());
      return Optional.of(write(user, made));
    }
    if (at instanceof Stored lost) {
      creation.undo(user, lost);
    }
    return create(user, request).map(made -> write(user, made));
  }

  /** A key that a section already names is never deleted, whatever happened to its secret. */
  private boolean isUsable(Made made) {
    return made instanceof Created || replacement.isThere(made) || !places.of(made.id()).isEmpty();
  }

  private void noteAnotherWay(UserCalls user, KeyRoute route, @Nullable StorePlace to) {
    if (to != null && !to.equals(route.to())) {
      String profile = user.profile().name();
      notes.accept(
          "the interrupted rotation was finished first; to move the new key: "
              + ShellCommand.of("keyturn", "store", "move", profile, "--to", to.text()));
    }
  }

  private Optional<Made> create(UserCalls user, Request request) {
    String old = keyHere(user);
    List<KeyPlace> places = this.places.of(old);
    StorePlace to = request.to();
    KeyRoute route = KeyRoute.of(places, to);
    replacement.check(user, old, route);
    if (to != null
        && route.leads(places)
        && !request.consent().isGiven(old, to, replacement.lines(user, old, route))) {
      return Optional.empty();
    }
    replacement.prepare(route);
    return Optional.of(creation.create(user, old, route, request.deletion()));
  }

  private String keyHere(UserCalls user) {
    // A new key cannot be put into the environment of a shell.
    boolean given = user.plan().base() instanceof Base.Environment;
    String id = given ? "" : user.plan().longTermKeyId().orElse("");
    if (!id.isEmpty() && !AccessKey.isTemporary(id) && !places.of(id).isEmpty()) {
      return id;
    }
    String profile = user.profile().name();
    throw new ProfileFailure.Bad(
            profile,
            "the access key of profile '"
                + profile
                + (given
                    ? "' comes from the environment"
                    : "' is neither in the AWS files nor in a store")
                + ", so it cannot be replaced",
            ShellCommand.of("keyturn", "explain", profile))
        .exception();
  }

  /** While both keys work, every reader of a file finds a working one. */
  private Written write(UserCalls user, Made made) {
    propagation.await(replacement.signer(made), user.endpoints(made.old()), dialog::waitsForAws);
    dialog.waitsNoMore();
    replacement.replace(user, made);
    Written written = new Written(made.user(), made.old(), made.id(), made.route().from());
    journal.note(written);
    return written;
  }

  private Rotated finish(UserCalls user, Written written, Request request) {
    boolean isDeleted = retirement.retire(user, written.old(), request.deletion());
    int kept = replacement.settleSessions(written, request.dropSessions());
    replacement.clear(written);
    journal.forget(written.user());
    return new Rotated(
        written.user(), written.old(), isDeleted, written.id(), places.of(written.id()), kept);
  }
}
