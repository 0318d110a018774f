package dev.keyturn.sandbox.credential;

/** The credential of a request is invalid; each protocol has its own message. */
public final class CredentialRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why the credential is invalid. */
  public enum Reason {
    /**
     * No such key, or one that is inactive, not yet known everywhere, of another partition, or a
     * temporary one without its token.
     */
    UNKNOWN_KEY,
    /** A session token that is not this key's, or given with a long-term key. */
    WRONG_TOKEN,
    EXPIRED
  }

  private final Reason reason;

  public CredentialRefusedException(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
