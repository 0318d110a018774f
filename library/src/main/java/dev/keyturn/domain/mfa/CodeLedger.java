package dev.keyturn.domain.mfa;

/**
 * The port to the memory of spent codes, shared by all processes of a user: AWS accepts each code
 * of a device once. Thread-safe.
 */
public interface CodeLedger {

  /**
   * Marks a code as spent before it is sent.
   *
   * @return false when it was spent before: it must not be sent
   */
  boolean spend(MfaDevice device, MfaCode code);

  /** Takes the mark back, for a code that AWS certainly did not accept. */
  void release(MfaDevice device, MfaCode code);
}
