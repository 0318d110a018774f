package dev.keyturn.cli.adapter.loopback;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param method the method
 * @param target the target of the request line
 * @param headers the headers
 * @param here the address it was sent to
 * @param peer the address it came from
 */
record Call(
    String method, URI target, Headers headers, InetSocketAddress here, InetSocketAddress peer) {

  static Call of(HttpExchange exchange) {
    return new Call(
        exchange.getRequestMethod(),
        target(exchange.getRequestURI()),
        exchange.getRequestHeaders(),
        exchange.getLocalAddress(),
        exchange.getRemoteAddress());
  }

  /**
   * A target that begins with two slashes is a path too (RFC 9112, section 3.2.1), not a host. The
   * AWS SDK for Java appends {@code /latest/…} to an address that must end in a slash for the AWS
   * CLI.
   */
  private static URI target(URI uri) {
    String text = uri.toString();
    return text.startsWith("//") ? URI.create(text.replaceFirst("^/+", "/")) : uri;
  }

  /** The path, decoded. */
  String path() {
    String path = target.getPath();
    return path == null ? "" : path;
  }

  boolean has(String header) {
    return headers.containsKey(header);
  }

  /** The value of a header that occurs once; null if it is missing or occurs several times. */
  @Nullable String only(String header) {
    List<String> values = headers.get(header);
    return values == null || values.size() != 1 ? null : values.get(0);
  }
}
