package dev.keyturn.adapter.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The port of {@link FileSessionStore} to what encrypts the secrets in its records. Methods that
 * open the key throw {@link dev.keyturn.domain.failure.FailureException} with a {@code
 * StoreFailure} when it cannot be opened now. Thread-safe.
 */
public interface SessionSecrets {

  /** The fields of a session's record that are secret. */
  List<String> NAMES = List.of("secret_access_key", "session_token");

  /** The field that replaces them where they are encrypted. */
  String ENCRYPTED = "encrypted";

  /** Whether encryption is turned on right now. */
  boolean areEncrypted();

  /** Opens the key, and creates a new one if it is lost; does nothing where encryption is off. */
  void prepare();

  /** The fields of the record called {@code key} with the secrets among them encrypted. */
  Map<String, String> encrypt(String key, Map<String, String> fields);

  /**
   * The decrypted fields of a record; empty if it was encrypted with another key, or was altered.
   */
  Optional<Map<String, String>> decrypt(Map<String, String> record);

  /** Stores secrets unencrypted. */
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
