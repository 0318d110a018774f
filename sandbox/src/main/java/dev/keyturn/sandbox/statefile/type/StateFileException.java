package dev.keyturn.sandbox.statefile.type;

/** A state that cannot be used. The message says where and what is wrong; it shows no value. */
public final class StateFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String place;

  public StateFileException(String message) {
    this("", message);
  }

  public StateFileException(String place, String message) {
    super(message);
    this.place = place;
  }

  /** The place in the state, such as {@code Accounts[0].Users[1]}; empty for the whole. */
  public String place() {
    return place;
  }
}
