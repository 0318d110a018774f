package dev.keyturn.sandbox.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Requests for tests, read from the text a client would send. */
public final class Requests {
  private Requests() {}

  public static Request read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return Objects.requireNonNull(
          new RequestReader(
                  new ByteArrayInputStream(bytes),
                  new ByteArrayOutputStream(),
                  new Request.Peer("127.0.0.1", false))
              .next());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
