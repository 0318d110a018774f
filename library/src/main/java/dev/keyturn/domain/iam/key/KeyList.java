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

/** What is known of a user's access keys, at AWS and here. Thread-safe as its ports are. */
public final class KeyList {

  /**
   * An access key.
   *
   * @param key the key
   * @param isUseKnown whether AWS may be asked when it was last used
   * @param use when it was last used; null for never, and where that is not known
   * @param places the sections of the AWS files that hold it
   */
  public record Listed(
      UserKey key, boolean isUseKnown, @Nullable LastUse use, List<KeyPlace> places) {}

  /**
   * All keys of a user.
   *
   * @param user the ARN of the user
   * @param keys the access keys
   * @param services credentials for single services; empty where AWS may not be asked
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

  /** What no policy of the user need allow, and no partition of AWS need have. */
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
