package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Begun;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Created;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Written;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a user a new access key in place of one that the AWS files hold. The old key stays as it is
 * until the new one works wherever it is used and is in every place of the old one; then it is made
 * inactive. Each step can be interrupted: both keys work until then, and the next run goes on where
 * that was.
 */
public final class KeyRotation {

  /**
   * What is wanted.
   *
   * @param delete whether to delete the old key without asking
   * @param dropSessions whether to forget the sessions that the old key made
   */
  public record Request(boolean delete, boolean dropSessions) {}

  /**
   * What was done.
   *
   * @param user the ARN of the user
   * @param old the key that went
   * @param isDeleted whether it is deleted, and not inactive
   * @param key the new key
   * @param places where the new key is
   * @param sessions how many sessions are kept for it
   */
  public record Rotated(
      String user,
      String old,
      boolean isDeleted,
      String key,
      List<KeyPlace> places,
      int sessions) {}

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
   * @param notes takes what the person should know
   */
  public KeyRotation(
      KeyCreation creation,
      Propagation propagation,
      KeyReplacement replacement,
      KeyRetirement retirement,
      RotationJournal journal,
      Locks locks,
      RotationDialog dialog,
      Consumer<String> notes) {
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
   * Rotates the key that the user's profile rests on, or finishes the rotation that was
   * interrupted.
   *
   * @throws FailureException as IAM and as the files, {@code ProfileFailure.Bad} for a key that no
   *     file holds, and {@code FileFailure.Busy} while another process rotates a key of the user
   */
  @SuppressWarnings("try") // the lock is held, not used
  public Rotated rotate(UserCalls user, Request request) {
    String arn = user.user().arn();
    try (Locks.Held held = locks.acquire("key rotation of " + arn, Duration.ZERO)) {
      Written written = written(user, journal.find(arn).orElse(null));
      return finish(user.again(), written, request);
    } catch (FailureException e) {
      journal.find(arn).ifPresent(left -> notes.accept(unfinished(user, left)));
      throw e;
    }
  }

  private static String unfinished(UserCalls user, UnfinishedRotation left) {
    String profile = user.profile().name();
    return ("the rotation of access key " + left.old() + " is not finished; to go on: ")
        + ShellCommand.of("keyturn", "keys", "rotate", profile);
  }

  private Written written(UserCalls user, @Nullable UnfinishedRotation at) {
    if (at instanceof Written done) {
      return done;
    }
    if (at instanceof Begun begun) {
      creation.repair(user, begun);
    }
    if (at instanceof Created created && creation.exists(user, created)) {
      return write(user, created);
    }
    return write(user, create(user));
  }

  private Created create(UserCalls user) {
    AccessKey old = keyInFiles(user);
    replacement.places().checkReplaceable(old.id());
    return creation.create(user, old.id());
  }

  private static AccessKey keyInFiles(UserCalls user) {
    if (user.plan().base() instanceof Base.Keys keys && !AccessKey.isTemporary(keys.key().id())) {
      return keys.key();
    }
    String profile = user.profile().name();
    throw new ProfileFailure.Bad(
            profile,
            "the access key of profile '"
                + profile
                + "' is in neither of the AWS files, so that a"
                + " new one cannot be put in its place",
            ShellCommand.of("keyturn", "explain", profile))
        .exception();
  }

  /** While both keys work, anyone who reads a file finds one that does. */
  private Written write(UserCalls user, Created created) {
    propagation.await(created.key(), user.endpoints(created.old()), dialog::waitsForAws);
    dialog.waitsNoMore();
    replacement.replace(user, created);
    Written written = new Written(created.user(), created.old(), created.key().id());
    journal.note(written);
    return written;
  }

  private Rotated finish(UserCalls user, Written written, Request request) {
    boolean isDeleted = retirement.retire(user, written.old(), request.delete());
    int kept = replacement.settleSessions(written.old(), written.id(), request.dropSessions());
    journal.forget(written.user());
    return new Rotated(
        written.user(),
        written.old(),
        isDeleted,
        written.id(),
        replacement.places().of(written.id()),
        kept);
  }
}
