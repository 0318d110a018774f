package dev.keyturn.cli.adapter.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import dev.keyturn.adapter.file.IoFailures;
import dev.keyturn.adapter.file.PrivateFiles;
import dev.keyturn.adapter.file.PrivateFiles.Durability;
import dev.keyturn.cli.command.port.qr.QrCode;
import dev.keyturn.cli.command.port.qr.QrCodes;
import dev.keyturn.domain.failure.FileFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** QR codes by ZXing. Safe for use by several threads. */
public final class ZxingQrCodes implements QrCodes {

  @Override
  public QrCode of(String text) {
    try {
      Map<EncodeHintType, ?> compact = Map.of(EncodeHintType.QR_COMPACT, true);
      return new Modules(Encoder.encode(text, ErrorCorrectionLevel.L, compact).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code for a text of " + text.length(), e);
    }
  }

  @Override
  public void write(QrCode code, String path) {
    Path file = path(path);
    requireNothingElse(file);
    PrivateFiles.write(file, Png.of(code), Durability.LIGHT);
  }

  private static Path path(String path) {
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new FileFailure.Unwritable(path, "this is not a path").exception(e);
    }
  }

  /** Existing files are kept, so that a mistyped name destroys nothing. */
  private static void requireNothingElse(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      if (!Png.begins(in.readNBytes(Png.SIGNATURE_LENGTH))) {
        throw new FileFailure.Unwritable(
                file.toString(), "the file already exists, and is not a PNG image")
            .exception();
      }
    } catch (NoSuchFileException e) {
      // Nothing is lost.
    } catch (IOException e) {
      throw IoFailures.unwritable(file, e);
    }
  }

  private record Modules(ByteMatrix matrix) implements QrCode {

    @Override
    public int size() {
      return matrix.getWidth();
    }

    @Override
    public boolean isDark(int column, int row) {
      boolean isInside = column >= 0 && row >= 0 && column < size() && row < size();
      return isInside && matrix.get(column, row) == 1;
    }
  }
}
