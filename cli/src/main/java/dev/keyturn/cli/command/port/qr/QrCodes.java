package dev.keyturn.cli.command.port.qr;

/** Creates QR codes and their images. */
public interface QrCodes {

  /** The smallest code that contains {@code text}. */
  QrCode of(String text);

  /**
   * Writes a picture, as a PNG file that only its owner can read.
   *
   * @param path where; relative to the working folder. An existing file that is not a PNG image is
   *     kept
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void write(QrCode code, String path);
}
