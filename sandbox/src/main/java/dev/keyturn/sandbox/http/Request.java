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
  private final String method;
  private final String path;
  private final String query;
  private final Headers headers;
  private final byte[] body;
  private final String sourceAddress;
  private final boolean oldProtocol;
  private final boolean secure;
  private @Nullable Map<String, String> parameters;

  /** The far end of a connection, as far as the sandbox cares. */
  record Peer(String address, boolean secure) {}

  Request(RequestLine line, List<Map.Entry<String, String>> headers, byte[] body, Peer peer) {
    this.method = line.method();
    this.path = line.path();
    this.query = line.query();
    this.oldProtocol = line.oldProtocol();
    this.headers = new Headers(headers);
    this.body = body;
    this.sourceAddress = peer.address();
    this.secure = peer.secure();
  }

  public String method() {
    return method;
  }

  /** The path as sent, not decoded; begins with {@code /}. */
  public String path() {
    return path;
  }

  /** The query as sent, without {@code ?}; empty when there is none. */
  public String query() {
    return query;
  }

  /**
   * The values of the query and, for POST, of the form in the body, which win; decoded once. Only
   * for use by the thread that answers the request.
   */
  public Map<String, String> parameters() {
    if (parameters == null) {
      Map<String, String> all = new LinkedHashMap<>(FormDecoder.form(query));
      if (method.equals("POST")) {
        all.putAll(FormDecoder.form(new String(body, StandardCharsets.UTF_8)));
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

  /** The body itself, transfer coding removed; not to be changed. */
  public byte[] body() {
    return body;
  }

  public String sourceAddress() {
    return sourceAddress;
  }

  /** Whether it came over TLS. */
  public boolean secure() {
    return secure;
  }

  /** Whether the client can send another request on this connection. */
  boolean keepsConnection() {
    String wish = header("connection");
    return oldProtocol
        ? "keep-alive".equalsIgnoreCase(wish)
        : wish == null || !wish.toLowerCase(Locale.ROOT).contains("close");
  }
}
