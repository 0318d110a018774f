package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.UserKey;
import java.time.Instant;
import java.util.List;

/** Access keys that an earlier run created but could not hand over. */
final class LostKeys {

  private final AccountService accounts;
  private final KeyHandover handover;

  LostKeys(AccountService accounts, KeyHandover handover) {
    this.accounts = accounts;
    this.handover = handover;
  }

  /** Those of {@code keys}, all of one user. */
  List<UserKey> among(List<UserKey> keys, String user) {
    Instant begun = handover.begun(user).orElse(null);
    return begun == null
        ? List.of()
        : keys.stream().filter(key -> key.mayBeCreatedAt(begun)).toList();
  }

  /** Deletes them. */
  void delete(IamCaller caller, String user) {
    for (UserKey lost : among(accounts.keys(caller, user), user)) {
      accounts.deleteKey(caller, user, lost.id());
    }
  }
}
