package dev.keyturn.cli.adapter.keychain;

/** A program on the bus answered with an error. */
final class BusException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String name;

  BusException(String name, String message) {
    super(message);
    this.name = name;
  }

  /** The error's name, such as {@code org.freedesktop.DBus.Error.ServiceUnknown}. */
  String name() {
    return name;
  }
}
