package dev.keyturn.adapter.aws;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections the way the AWS CLI does: through {@code HTTPS_PROXY}, {@code HTTP_PROXY} and
 * {@code NO_PROXY}, and trusting {@code AWS_CA_BUNDLE} where it is set. Thread-safe.
 */
final class Connections {

  /**
   * The JDK's list of schemes that it uses with no proxy of an https connection. It holds Basic
   * unless something else is set before the first connection, and variables can mean nothing else.
   */
  private static final String NOT_IN_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

  /** How many idle connections to one host the JDK keeps; it is 5 unless this is set before. */
  private static final String KEPT_CONNECTIONS = "http.maxConnections";

  static {
    if (System.getProperty(KEPT_CONNECTIONS) == null) {
      System.setProperty(KEPT_CONNECTIONS, "64");
    }
    if (System.getProperty(NOT_IN_TUNNELS) == null) {
      System.setProperty(NOT_IN_TUNNELS, "");
    }
  }

  private final Proxies proxies;
  private final @Nullable String bundle;
  private @Nullable SSLSocketFactory trusting;

  Connections(Map<String, String> environment) {
    this.proxies = new Proxies(environment);
    String file = Variable.AWS_CA_BUNDLE.in(environment);
    this.bundle = file.isEmpty() ? null : file;
  }

  /** A connection that is not connected yet. */
  HttpURLConnection open(URI endpoint) throws IOException {
    URI proxy = proxies.of(endpoint);
    HttpURLConnection connection =
        (HttpURLConnection) endpoint.toURL().openConnection(asProxy(proxy));
    if (proxy != null && proxy.getUserInfo() != null) {
      identify(connection, proxy.getUserInfo());
    }
    if (bundle != null && connection instanceof HttpsURLConnection https) {
      https.setSSLSocketFactory(trusting(bundle));
    }
    return connection;
  }

  /**
   * Tells the proxy who calls. On the way to an https endpoint the JDK sends this with CONNECT and
   * only when it is asked; on the way to an http endpoint a request that was asked back could not
   * be sent a second time, so it is told at once.
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

  private synchronized SSLSocketFactory trusting(String file) {
    if (trusting == null) {
      try (InputStream pem = Files.newInputStream(Path.of(file))) {
        trusting = trusting(pem);
      } catch (IOException | GeneralSecurityException e) {
        throw new Failure.UnreadableFile(file, "AWS_CA_BUNDLE is not a readable PEM file")
            .exception(e);
      }
    }
    return trusting;
  }

  private static SSLSocketFactory trusting(InputStream pem)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (Certificate certificate :
        CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
      store.setCertificateEntry("ca-" + number++, certificate);
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }
}
