package dev.keyturn.sandbox.policy;

/** AWS would refuse this document as {@code MalformedPolicyDocument}, with this very message. */
public final class MalformedPolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedPolicyException(String message) {
    super(message);
  }
}
