package dev.keyturn.domain.session;

import dev.keyturn.domain.mfa.MfaDevice;
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

  /** The key that the program of {@code profile} gave when a session was last made by it. */
  Optional<String> keyOfProgram(String profile);

  /** Remembers that key. */
  void rememberKeyOfProgram(String profile, String accessKeyId);
}
