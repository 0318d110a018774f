package dev.keyturn.domain.mfa;

/**
 * The port to the memory of spent codes, shared by all processes of a user: AWS accepts each code
 * of a device once. Thread-safe.
 */
public interface CodeLedger {

  /**
   * Marks a code as spent before it is sent.
   *
   * @return false if it was spent before and must not be sent
   */
  boolean spend(MfaDevice device, MfaCode code);

  /** Removes the mark of a code that AWS certainly did not accept. */
  void release(MfaDevice device, MfaCode code);
}
