package dev.keyturn.sandbox.statefile;

/** A state that cannot be used. The message says where and what is wrong; it shows no value. */
public final class StateFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StateFileException(String message) {
    super(message);
  }
}
