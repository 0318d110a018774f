package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.store.StorePlace;
import java.util.List;
import java.util.Map;

/** The port to the person who decides whether a rotation may put a key in another place. */
@FunctionalInterface
public interface MoveConsent {

  /**
   * Whether the new key may be put in another place than the old one. Nothing has been changed yet.
   *
   * @param accessKeyId the old key
   * @param to where the new key would be put
   * @param lines the changes of each file; the new key is {@code ****} in them
   * @throws dev.keyturn.domain.failure.FailureException {@code NoTerminal} when nobody can be asked
   */
  boolean isGiven(String accessKeyId, StorePlace to, Map<FileKind, List<Change>> lines);
}
