package dev.keyturn.adapter.aws.connection;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import javax.crypto.KeyAgreement;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The groups for the key exchange of a handshake. Java makes a pair of keys for each kind of group
 * that it offers, and the first pair on P-256 takes as long as two starts of an empty program. So
 * Keyturn's own Java is started to offer X25519 alone, with {@code jdk.tls.namedGroups}. Nearly
 * every server accepts that; one that does not, such as a FIPS endpoint, is offered more.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8446#section-4.2.7">RFC 8446, supported
 *     groups</a>
 */
final class KeyGroups {

  private static final String PROPERTY = "jdk.tls.namedGroups";

  private static final String FIRST = "x25519";

  private static final String[] MORE = {FIRST, "secp256r1", "secp384r1", "secp521r1"};

  /** {@code SSLParameters.setNamedGroups}; null before Java 20, which cannot offer more. */
  private static @Nullable Method setter() {
    try {
      return SSLParameters.class.getMethod("setNamedGroups", String[].class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private KeyGroups() {}

  /**
   * Must be called before the first handshake. Java cannot begin any if it has none of the groups
   * in the property; in FIPS mode, for example, some have no X25519.
   */
  static void check() {
    if (isFirstAlone()) {
      try {
        KeyAgreement.getInstance(FIRST);
      } catch (NoSuchAlgorithmException e) {
        System.clearProperty(PROPERTY);
      }
    }
  }

  /** Other groups in the property were chosen by a person, and are not replaced. */
  private static boolean isFirstAlone() {
    return FIRST.equals(System.getProperty(PROPERTY));
  }

  /** Whether the endpoint certainly refuses X25519, which FIPS 140 does not approve. */
  static boolean areTooFewFor(URI endpoint) {
    return isFirstAlone() && endpoint.getHost().contains("-fips.");
  }

  /** Whether the server may have refused the handshake because of the groups. */
  static boolean mayBeReason(SSLException refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return false;
      }
    }
    return isFirstAlone() && setter() != null;
  }

  /** The sockets of {@code factory}, which offer more. */
  static SSLSocketFactory more(SSLSocketFactory factory) {
    return new OfferingMore(factory);
  }

  private static final class OfferingMore extends SSLSocketFactory {

    private final SSLSocketFactory factory;

    OfferingMore(SSLSocketFactory factory) {
      this.factory = factory;
    }

    private static Socket offering(Socket socket) {
      Method setter = setter();
      if (setter != null && socket instanceof SSLSocket tls) {
        SSLParameters parameters = tls.getSSLParameters();
        try {
          setter.invoke(parameters, (Object) MORE);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
        tls.setSSLParameters(parameters);
      }
      return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return factory.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
      return offering(factory.createSocket());
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
        throws IOException {
      return offering(factory.createSocket(connected, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return offering(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return offering(factory.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return offering(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return offering(factory.createSocket(host, port, from, fromPort));
    }
  }
}
