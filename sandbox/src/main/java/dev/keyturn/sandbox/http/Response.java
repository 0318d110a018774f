package dev.keyturn.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** One answer: status, headers, body, and how it is delivered. Immutable. */
public final class Response {

  /** How the bytes of an answer reach the client. */
  public enum Delivery {
    /** At once. */
    WHOLE,
    /** The head at once, the body in small pieces with pauses. */
    SLOW,
    /** Not at all: the connection is closed. */
    CUT
  }

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Delivery delivery;

  private Response(int status, Map<String, String> headers, byte[] body, Delivery delivery) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.delivery = delivery;
  }

  public static Response of(int status, String contentType, byte[] body) {
    return new Response(status, Map.of("Content-Type", contentType), body, Delivery.WHOLE);
  }

  public static Response of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A time in the format of the header {@code Date}. */
  public static String date(Instant time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
  }

  public Response with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, more, body, delivery);
  }

  public Response delivered(Delivery how) {
    return new Response(status, headers, body, how);
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** The body itself; not to be changed. */
  public byte[] body() {
    return body;
  }

  public Delivery delivery() {
    return delivery;
  }
}
