package dev.keyturn.adapter.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The port of {@link FileSessionStore} to what encrypts the secrets in its records. What opens the
 * key throws {@link dev.keyturn.domain.failure.FailureException} with a {@code StoreFailure} where
 * that cannot be done now. Thread-safe.
 */
public interface SessionSecrets {

  /** The fields of a session's record that are secret. */
  List<String> NAMES = List.of("secret_access_key", "session_token");

  /** The field that is in their place where they are encrypted. */
  String ENCRYPTED = "encrypted";

  /** Whether they are to be encrypted, by what is set right now. */
  boolean areEncrypted();

  /** Opens the key, and makes one where it is lost; no change where nothing is to be encrypted. */
  void prepare();

  /** The fields of the record called {@code key} with the secrets among them encrypted. */
  Map<String, String> encrypt(String key, Map<String, String> fields);

  /**
   * The fields of a record as they were before; empty where it is not of the present key, or where
   * any of it was changed.
   */
  Optional<Map<String, String>> decrypt(Map<String, String> record);

  /** Leaves secrets as they are. */
  SessionSecrets PLAIN = new Plain();

  /** See {@link #PLAIN}. */
  final class Plain implements SessionSecrets {

    private Plain() {}

    @Override
    public boolean areEncrypted() {
      return false;
    }

    @Override
    public void prepare() {}

    @Override
    public Map<String, String> encrypt(String key, Map<String, String> fields) {
      return fields;
    }

    @Override
    public Optional<Map<String, String>> decrypt(Map<String, String> record) {
      return Optional.empty();
    }
  }
}
