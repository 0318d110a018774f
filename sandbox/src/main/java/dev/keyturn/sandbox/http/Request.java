package dev.keyturn.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP request, path and query exactly as they were sent. */
public final class Request {
  /** The largest body that is accepted, in bytes. */
  public static final int MOST_BODY_BYTES = Body.MOST_BYTES;

  private final RequestLine line;
  private final Headers headers;
  private final Body body;
  private final Peer peer;
  private @Nullable Map<String, String> parameters;

  /** The remote end of a connection. */
  record Peer(String address, boolean secure) {}

  Request(RequestLine line, List<Map.Entry<String, String>> headers, Body body, Peer peer) {
    this(line, new Headers(headers), body, peer);
  }

  private Request(RequestLine line, Headers headers, Body body, Peer peer) {
    this.line = line;
    this.headers = headers;
    this.body = body;
    this.peer = peer;
  }

  /** The same request with these headers, by lower-case name, where it has none of that name. */
  public Request withHeaders(Map<String, String> more) {
    return new Request(line, headers.with(more), body, peer);
  }

  /** The same request with these headers, by lower-case name, in place of its own. */
  public Request withOnlyHeaders(Map<String, String> others) {
    return new Request(line, new Headers(List.copyOf(others.entrySet())), body, peer);
  }

  public String method() {
    return line.method();
  }

  /** The path as sent, not decoded; begins with {@code /}. */
  public String path() {
    return line.path();
  }

  /** The query as sent, without {@code ?}; empty when there is none. */
  public String query() {
    return line.query();
  }

  /**
   * The values of the query and, for POST, of the form in the body, which takes precedence; decoded
   * once. Only for use by the thread that answers the request.
   */
  public Map<String, String> parameters() {
    if (parameters == null) {
      Map<String, String> all = new LinkedHashMap<>(FormDecoder.form(query()));
      if (method().equals("POST")) {
        all.putAll(FormDecoder.form(new String(body(), StandardCharsets.UTF_8)));
      }
      parameters = Collections.unmodifiableMap(all);
    }
    return parameters;
  }

  public Headers headers() {
    return headers;
  }

  public @Nullable String header(String name) {
    return headers.first(name.toLowerCase(Locale.ROOT));
  }

  /**
   * The body itself, transfer coding removed; not to be changed. Empty when it was {@linkplain
   * #isTooLarge() too large}.
   */
  public byte[] body() {
    return body.bytes();
  }

  /** Whether the body was larger than this server accepts, so that it was not read. */
  public boolean isTooLarge() {
    return body.isTooLarge();
  }

  /** The size of the body that the client sent, in bytes. */
  public long bodySize() {
    return body.sent();
  }

  public String sourceAddress() {
    return peer.address();
  }

  /** Whether it came over TLS. */
  public boolean secure() {
    return peer.secure();
  }

  /** Whether the client can send another request on this connection: not after an unread body. */
  boolean keepsConnection() {
    if (isTooLarge()) {
      return false;
    }
    String wish = header("connection");
    return line.oldProtocol()
        ? "keep-alive".equalsIgnoreCase(wish)
        : wish == null || !wish.toLowerCase(Locale.ROOT).contains("close");
  }
}
