package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.iam.AccessKeyService;
import dev.keyturn.domain.iam.LastUse;
import dev.keyturn.domain.iam.ServiceCredential;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.UserKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A user's access keys, as known to AWS and to Keyturn. Thread-safe as its ports are. */
public final class KeyList {

  /**
   * An access key.
   *
   * @param key the key
   * @param isUseKnown whether policies allow asking when it was last used
   * @param use when it was last used; null for never, and when unknown
   * @param places the sections of the AWS files that contain it
   */
  public record Listed(
      UserKey key, boolean isUseKnown, @Nullable LastUse use, List<KeyPlace> places) {}

  /**
   * All keys of a user.
   *
   * @param user the ARN of the user
   * @param keys the access keys
   * @param services credentials for single services; empty where policies do not allow listing them
   * @param unfinished the rotation that was interrupted; null for none
   */
  public record Keys(
      String user,
      List<Listed> keys,
      List<ServiceCredential> services,
      @Nullable UnfinishedRotation unfinished) {}

  private final AccessKeyService keys;
  private final KeyPlaces places;
  private final RotationJournal journal;

  public KeyList(AccessKeyService keys, KeyPlaces places, RotationJournal journal) {
    this.keys = keys;
    this.places = places;
    this.journal = journal;
  }

  /**
   * The keys of the user.
   *
   * @throws FailureException as IAM
   */
  public Keys of(UserCalls user) {
    List<Listed> listed = new ArrayList<>();
    for (UserKey key : user.call(keys::list)) {
      listed.add(listed(user, key));
    }
    return new Keys(
        user.user().arn(),
        listed,
        ifAllowed(() -> user.quietly(keys::serviceCredentials)).orElse(List.of()),
        journal.find(user.user().arn()).orElse(null));
  }

  private Listed listed(UserCalls user, UserKey key) {
    Optional<Optional<LastUse>> use =
        ifAllowed(() -> user.quietly(caller -> keys.lastUse(caller, key.id())));
    return new Listed(
        key, use.isPresent(), use.flatMap(found -> found).orElse(null), places.of(key.id()));
  }

  /** The result of a call that policies may deny and that some AWS partitions do not offer. */
  private static <T> Optional<T> ifAllowed(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (FailureException e) {
      if (e.failure().name() == FailureName.REFUSED) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
