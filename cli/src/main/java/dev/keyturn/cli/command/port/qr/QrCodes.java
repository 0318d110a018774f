package dev.keyturn.cli.command.port.qr;

/** Makes QR codes, and pictures of them. */
public interface QrCodes {

  /** The smallest code that contains {@code text}. */
  QrCode of(String text);

  /**
   * Writes a picture, as a PNG file that only its owner can read.
   *
   * @param path where; relative to the working folder. A file that is not a PNG picture stays
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void write(QrCode code, String path);
}
