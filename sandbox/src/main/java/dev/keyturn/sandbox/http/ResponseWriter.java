package dev.keyturn.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Writes answers to one connection; their {@code Date} is the sandbox's clock. */
final class ResponseWriter {
  private static final Map<Integer, String> REASONS =
      Map.of(
          200,
          "OK",
          204,
          "No Content",
          206,
          "Partial Content",
          302,
          "Found",
          304,
          "Not Modified",
          400,
          "Bad Request",
          403,
          "Forbidden",
          404,
          "Not Found",
          409,
          "Conflict",
          500,
          "Internal Server Error");
  private static final int SLOW_PIECES = 10;
  private static final int SLOW_PAUSE_MILLIS = 200;

  private final OutputStream out;
  private final Clock clock;

  ResponseWriter(OutputStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Writes everything but the body of an answer to HEAD. */
  void write(Response response, boolean toHead, boolean keep) throws IOException {
    byte[] head = head(response, keep).getBytes(StandardCharsets.UTF_8);
    byte[] body = toHead ? new byte[0] : response.body();
    if (response.delivery() == Response.Delivery.SLOW) {
      writeSlowly(head, body);
    } else {
      byte[] all = new byte[head.length + body.length];
      System.arraycopy(head, 0, all, 0, head.length);
      System.arraycopy(body, 0, all, head.length, body.length);
      out.write(all);
      out.flush();
    }
  }

  private void writeSlowly(byte[] head, byte[] body) throws IOException {
    out.write(head);
    out.flush();
    int piece = Math.max(1, body.length / SLOW_PIECES);
    for (int from = 0; from < body.length; from += piece) {
      pause();
      out.write(body, from, Math.min(piece, body.length - from));
      out.flush();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(SLOW_PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while answering", e);
    }
  }

  private String head(Response response, boolean keep) {
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(response.status()).append(' ');
    head.append(REASONS.getOrDefault(response.status(), "Status")).append("\r\n");
    header(head, "Date", date());
    header(head, "Server", "keyturn-sandbox");
    response.headers().forEach((name, value) -> header(head, name, value));
    if (!response.headers().containsKey("Content-Length")) {
      header(head, "Content-Length", Integer.toString(response.body().length));
    }
    if (!keep) {
      header(head, "Connection", "close");
    }
    return head.append("\r\n").toString();
  }

  private String date() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
  }

  private static void header(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value.replaceAll("[\\r\\n]", " ")).append("\r\n");
  }
}
