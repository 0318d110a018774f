package dev.keyturn.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes answers to one connection; their {@code Date} is the sandbox's clock. */
final class ResponseWriter {
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(204, "No Content"),
          Map.entry(206, "Partial Content"),
          Map.entry(302, "Found"),
          Map.entry(303, "See Other"),
          Map.entry(304, "Not Modified"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(409, "Conflict"),
          Map.entry(411, "Length Required"),
          Map.entry(412, "Precondition Failed"),
          Map.entry(413, "Content Too Large"),
          Map.entry(416, "Range Not Satisfiable"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(503, "Service Unavailable"));
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
    if (!response.headers().containsKey("Date")) {
      header(head, "Date", Response.date(clock.instant()));
    }
    header(head, "Server", "keyturn-sandbox");
    Map<String, String> headers = new LinkedHashMap<>(response.headers());
    if (response.status() == 204 || response.status() == 304) {
      // What has no body has no length either (RFC 9110, 8.6).
      headers.remove("Content-Type");
    } else {
      headers.putIfAbsent("Content-Length", Integer.toString(response.body().length));
    }
    headers.forEach((name, value) -> header(head, name, value));
    if (!keep) {
      header(head, "Connection", "close");
    }
    return head.append("\r\n").toString();
  }

  private static void header(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value.replaceAll("[\\r\\n]", " ")).append("\r\n");
  }
}
