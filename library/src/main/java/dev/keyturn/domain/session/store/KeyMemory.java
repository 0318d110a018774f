package dev.keyturn.domain.session.store;

import dev.keyturn.domain.mfa.MfaDevice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The port to what Keyturn learned about an access key, so that it need not ask AWS again.
 * Thread-safe.
 */
public interface KeyMemory {

  /** Whose key it is. */
  Optional<Identity> identity(String accessKeyId);

  /** Remembers whose key it is. */
  void rememberIdentity(String accessKeyId, Identity identity);

  /** The device its user last chose, or had as the only one. */
  Optional<MfaDevice> device(String accessKeyId);

  /** Remembers a device that AWS accepted a code of. */
  void rememberDevice(String accessKeyId, MfaDevice device);

  /** Forgets the device, for one that AWS no longer knows. */
  void forgetDevice(String accessKeyId);

  /** The keys by which sessions may still be valid that the source of {@code profile} gave. */
  List<String> changingKeys(String profile);

  /**
   * Remembers a key by which a session is made now, of a source that gives another one from time to
   * time: the program of {@code profile}, or its sign-in.
   */
  void rememberChangingKey(String profile, String accessKeyId, Instant now);
}
