package dev.keyturn.adapter.aws.connection;

import dev.keyturn.domain.failure.Failure;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxy variables as curl and the AWS CLI read them: lower case first, no proxy for a host that
 * {@code NO_PROXY} lists by name, by domain suffix, or with {@code *}. Loopback never goes through
 * a proxy.
 */
final class Proxies {

  private static final int HTTP_PORT = 80;

  private final Map<String, String> environment;

  Proxies(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The proxy for {@code endpoint}; null for none. Its port is always set. */
  @Nullable URI of(URI endpoint) {
    String text = variable(endpoint.getScheme() + "_proxy");
    if (text.isEmpty() || bypassed(host(endpoint))) {
      return null;
    }
    try {
      URI proxy = URI.create(text.contains("://") ? text : "http://" + text);
      if (proxy.getHost() == null) {
        throw new IllegalArgumentException("no host");
      }
      return proxy.getPort() >= 0 ? proxy : withPort(proxy);
    } catch (IllegalArgumentException e) {
      // Not repeated in the message: a proxy URL may contain a password.
      throw new Failure.Usage(
              "the proxy in " + endpoint.getScheme() + "_proxy is not a URL",
              "export " + endpoint.getScheme() + "_proxy=http://HOST:PORT")
          .exception(e);
    }
  }

  private static URI withPort(URI proxy) {
    String user = proxy.getRawUserInfo() == null ? "" : proxy.getRawUserInfo() + "@";
    return URI.create(proxy.getScheme() + "://" + user + proxy.getHost() + ":" + HTTP_PORT);
  }

  private static String host(URI endpoint) {
    return endpoint.getHost().toLowerCase(Locale.ROOT);
  }

  private boolean bypassed(String host) {
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
      return true;
    }
    for (String entry : variable("no_proxy").toLowerCase(Locale.ROOT).split(",", -1)) {
      String name = entry.strip();
      String suffix = name.startsWith(".") ? name : "." + name;
      if (name.equals("*") || host.equals(name) || (!name.isEmpty() && host.endsWith(suffix))) {
        return true;
      }
    }
    return false;
  }

  private String variable(String name) {
    String lower = environment.getOrDefault(name, "");
    return lower.isEmpty() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower;
  }
}
