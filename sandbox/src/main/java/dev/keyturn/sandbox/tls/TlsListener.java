package dev.keyturn.sandbox.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A listening socket that speaks TLS, and the file with the authority that vouches for it.
 *
 * @param caBundle a file for {@code AWS_CA_BUNDLE}, deleted when the program ends
 */
public record TlsListener(ServerSocket socket, Path caBundle) {
  private static final Duration LIFE = Duration.ofDays(1);

  /**
   * Listens with a certificate for {@code localhost} and 127.0.0.1.
   *
   * @param now the real time, by which clients judge the certificate
   * @param expired whether the certificate ended a day ago
   * @throws IOException when the port is taken
   */
  public static TlsListener open(
      int port, int backlog, InetAddress address, Instant now, boolean expired) throws IOException {
    try {
      Authority authority = new Authority(now);
      SSLContext context = context(authority, expired ? now.minus(LIFE) : now.plus(LIFE));
      Path bundle = Files.createTempFile("keyturn-sandbox-ca", ".pem");
      bundle.toFile().deleteOnExit();
      Files.writeString(bundle, authority.pem(), StandardCharsets.US_ASCII);
      return new TlsListener(
          context.getServerSocketFactory().createServerSocket(port, backlog, address), bundle);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS with elliptic curves", e);
    }
  }

  private static SSLContext context(Authority authority, Instant end)
      throws GeneralSecurityException, IOException {
    KeyPair keys = authority.newKeys();
    X509Certificate certificate = authority.server(keys.getPublic(), end);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] noPassword = new char[0];
    store.setKeyEntry(
        "server",
        keys.getPrivate(),
        noPassword,
        new Certificate[] {certificate, authority.certificate()});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, noPassword);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
