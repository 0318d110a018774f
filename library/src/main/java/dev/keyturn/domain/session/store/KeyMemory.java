package dev.keyturn.domain.session.store;

import dev.keyturn.domain.mfa.MfaDevice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The port to the facts that Keyturn remembers about an access key, so that it need not ask AWS
 * again. Thread-safe.
 */
public interface KeyMemory {

  /** The identity that the key belongs to. */
  Optional<Identity> identity(String accessKeyId);

  /** Remembers the identity that the key belongs to. */
  void rememberIdentity(String accessKeyId, Identity identity);

  /** The device that its user last chose, or the user's only one. */
  Optional<MfaDevice> device(String accessKeyId);

  /** Remembers a device that AWS accepted a code of. */
  void rememberDevice(String accessKeyId, MfaDevice device);

  /** Forgets the device, for one that AWS no longer knows. */
  void forgetDevice(String accessKeyId);

  /**
   * The keys from the source of {@code profile} that still valid sessions may have been made with.
   */
  List<String> changingKeys(String profile);

  /**
   * Remembers the key of a session that is being made, from a source whose key may change: the
   * program of {@code profile}, or its sign-in.
   */
  void rememberChangingKey(String profile, String accessKeyId, Instant now);
}
