package dev.keyturn.cli.adapter.loopback;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param headers its additional headers
 * @param body the body
 */
record Reply(int status, Map<String, String> headers, String body) {

  private static final String JSON = "application/json";

  static Reply json(int status, Consumer<JsonGenerator> members) {
    return new Reply(status, Map.of("Content-Type", JSON), Json.object(members));
  }

  /** An error in the format of the container agents. */
  static Reply error(int status, String code, String message) {
    return json(
        status,
        to -> {
          to.writeStringProperty("code", code);
          to.writeStringProperty("message", message);
        });
  }

  static Reply text(int status, String body) {
    return new Reply(status, Map.of("Content-Type", "text/plain"), body);
  }

  /** The path does not support the request's method. */
  static Reply onlyFor(String allowed) {
    return new Reply(
        405,
        Map.of("Allow", allowed, "Content-Type", JSON),
        error(405, "MethodNotAllowed", "only " + allowed + " is supported here").body());
  }

  static Reply notFound() {
    return error(404, "NotFound", "not found; use /, /profile/NAME or /role-arn/ARN");
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    headers.forEach(exchange.getResponseHeaders()::set);
    // Proxies must not cache secrets, and browsers must not guess the content type.
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    boolean bodiless = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bodiless ? -1 : bytes.length);
    if (!bodiless) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }
}
