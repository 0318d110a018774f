package dev.keyturn.cli.adapter.loopback;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Rejects requests that no AWS client sends: those of web pages, which can reach loopback through
 * the browser, for example by DNS rebinding; and those that a proxy forwards from elsewhere.
 */
final class Guard {

  /** Browsers add at least one of these to every request of a page from another origin. */
  private static final List<String> BROWSER =
      List.of("Origin", "Referer", "Cookie", "Access-Control-Request-Method");

  private static final String FETCH_METADATA = "sec-fetch-";

  private static final List<String> PROXY =
      List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded", "Via");

  private final Set<String> hosts;

  Guard(int port) {
    this.hosts = Set.of("127.0.0.1:" + port, "[::1]:" + port, "localhost:" + port);
  }

  /** Why a request is rejected; empty if it is accepted. */
  Optional<Reply> refusal(Call call) {
    if (!isMeantForUs(call)) {
      return refused("the Host header does not match this endpoint's address and port");
    }
    if (isFromBrowser(call)) {
      return refused("requests from web pages are refused");
    }
    if (PROXY.stream().anyMatch(call::has)) {
      return refused("forwarded requests are refused");
    }
    if (hasBody(call)) {
      return Optional.of(Reply.error(400, "BadRequest", "a request must not have a body"));
    }
    return Optional.empty();
  }

  private boolean isMeantForUs(Call call) {
    String host = call.only("Host");
    return host != null
        && hosts.contains(host.toLowerCase(Locale.ROOT))
        && call.target().getRawAuthority() == null;
  }

  private static boolean isFromBrowser(Call call) {
    return BROWSER.stream().anyMatch(call::has)
        || call.headers().keySet().stream()
            .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(FETCH_METADATA));
  }

  private static boolean hasBody(Call call) {
    String length = call.only("Content-Length");
    boolean empty = length == null ? !call.has("Content-Length") : length.equals("0");
    return !empty || call.has("Transfer-Encoding");
  }

  private static Optional<Reply> refused(String why) {
    return Optional.of(Reply.error(403, "Forbidden", why));
  }
}
