package dev.keyturn.cli.command.port.qr;

/** A QR code, without the light margin around it. Immutable. */
public interface QrCode {

  /** How many modules wide and high it is. */
  int size();

  /** Whether a module is dark; those outside are light. */
  boolean isDark(int column, int row);
}
