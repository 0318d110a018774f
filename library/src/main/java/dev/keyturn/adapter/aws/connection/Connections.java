package dev.keyturn.adapter.aws.connection;

import dev.keyturn.domain.profile.plan.CaBundle;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections the way the AWS CLI does: through {@code HTTPS_PROXY}, {@code HTTP_PROXY} and
 * {@code NO_PROXY}. Thread-safe.
 */
public final class Connections {

  /**
   * The JDK's list of authentication schemes that it does not use with the proxy of an https
   * connection. By default it contains Basic, the only scheme that a proxy variable can mean; it
   * must be changed before the first connection.
   */
  private static final String NOT_IN_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

  /**
   * How many idle connections to one host the JDK keeps (default 5); read before the first
   * connection.
   */
  private static final String KEPT_CONNECTIONS = "http.maxConnections";

  /**
   * How many seconds the JDK keeps an idle connection (default 5); read before the first
   * connection. A person takes longer to type the code, for which the connection is ready. One that
   * the server has closed in the meantime is not used.
   */
  private static final String KEPT_SECONDS = "http.keepAlive.time.server";

  static {
    setUnlessSet(KEPT_CONNECTIONS, "64");
    setUnlessSet(KEPT_SECONDS, "60");
    setUnlessSet(NOT_IN_TUNNELS, "");
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private final Proxies proxies;
  private final CaBundles bundles = new CaBundles();

  /** The endpoints that must be offered more groups for the key exchange. */
  private final Set<String> offeredMore = ConcurrentHashMap.newKeySet();

  private final Map<SSLSocketFactory, SSLSocketFactory> offering = new ConcurrentHashMap<>();

  /** With the proxies that {@code environment} names. */
  public Connections(Map<String, String> environment) {
    this.proxies = new Proxies(environment);
  }

  /**
   * Checks that {@link #to} will succeed, before anything is done that cannot be undone.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link #to} does
   */
  public void check(URI endpoint, @Nullable CaBundle bundle) {
    proxies.of(endpoint);
    if (bundle != null) {
      bundles.trusting(bundle);
    }
  }

  /**
   * A connection that is not connected yet, and trusts {@code bundle} if there is one.
   *
   * @param preparation what to do before it is connected
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unreadable} for the
   *     bundle, {@code Usage} for an invalid proxy
   */
  public Connection to(URI endpoint, @Nullable CaBundle bundle, Connection.Preparation preparation)
      throws IOException {
    return new Connection(this, endpoint, bundle, preparation);
  }

  /** From now on, see {@link KeyGroups}. */
  void offerMore(URI endpoint) {
    offeredMore.add(endpoint.getAuthority());
  }

  boolean offersMore(URI endpoint) {
    return offeredMore.contains(endpoint.getAuthority()) || KeyGroups.areTooFewFor(endpoint);
  }

  HttpURLConnection open(URI endpoint, @Nullable CaBundle bundle) throws IOException {
    URI proxy = proxies.of(endpoint);
    HttpURLConnection connection =
        (HttpURLConnection) endpoint.toURL().openConnection(asProxy(proxy));
    if (proxy != null && proxy.getUserInfo() != null) {
      identify(connection, proxy.getUserInfo());
    }
    if (connection instanceof HttpsURLConnection https) {
      KeyGroups.check();
      boolean more = offersMore(endpoint);
      if (bundle != null || more) {
        https.setSSLSocketFactory(factory(bundle, more));
      }
    }
    return connection;
  }

  /** The same object each time: the JDK keeps connections by it. */
  private SSLSocketFactory factory(@Nullable CaBundle bundle, boolean more) {
    SSLSocketFactory factory =
        bundle == null ? HttpsURLConnection.getDefaultSSLSocketFactory() : bundles.trusting(bundle);
    return more ? offering.computeIfAbsent(factory, KeyGroups::more) : factory;
  }

  /** The failure of a broken connection. */
  public BrokenConnection broken(URI endpoint, @Nullable CaBundle bundle) {
    return new BrokenConnection(endpoint, proxies.of(endpoint), bundle);
  }

  /**
   * Authenticates to the proxy. For an https endpoint the JDK sends the credentials with CONNECT,
   * and only when the proxy asks for them. For an http endpoint they are sent with the first
   * request, because a refused request could not be sent a second time.
   */
  private static void identify(HttpURLConnection connection, String user) {
    if (connection instanceof HttpsURLConnection) {
      connection.setAuthenticator(new ProxyUser(user));
      return;
    }
    byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
    connection.setRequestProperty(
        "Proxy-Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  private static Proxy asProxy(@Nullable URI proxy) {
    return proxy == null
        ? Proxy.NO_PROXY
        : new Proxy(
            Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort()));
  }
}
