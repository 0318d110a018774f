package dev.keyturn.sandbox.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/**
 * A listening socket that speaks TLS, and the file with the authority that signs its certificates.
 *
 * @param caBundle a file for {@code AWS_CA_BUNDLE}, deleted when the sandbox stops
 */
public record TlsListener(ServerSocket socket, Path caBundle) {
  /** A container can run for months. Some clients accept no certificate of more than 398 days. */
  private static final Duration LIFE = Duration.ofDays(365);

  private static final Duration SINCE_END = Duration.ofDays(1);

  /**
   * Listens with certificates for 127.0.0.1 and these names.
   *
   * @param now the real time, by which clients judge the certificate
   * @param expired asked at each connection: whether it offers a certificate that ended a day ago
   * @throws IOException when the port is taken
   */
  public static TlsListener open(
      int port, int backlog, ServerNames names, Instant now, BooleanSupplier expired)
      throws IOException {
    try {
      Authority authority = new Authority(now);
      SSLContext valid = context(authority, names, now.plus(LIFE));
      SSLContext ended = context(authority, names, now.minus(SINCE_END));
      Path bundle = Files.createTempFile("keyturn-sandbox-ca", ".pem");
      bundle.toFile().deleteOnExit();
      Files.writeString(bundle, authority.pem(), StandardCharsets.US_ASCII);
      return new TlsListener(
          new Listener(
              port, backlog, names.address(), () -> expired.getAsBoolean() ? ended : valid),
          bundle);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS with elliptic curves", e);
    }
  }

  /** Lays TLS over each connection; the handshake comes with the first byte that is read. */
  private static final class Listener extends ServerSocket {
    private final Choice choice;

    /** Which certificate a connection offers. */
    private interface Choice {
      SSLContext next();
    }

    private Listener(int port, int backlog, InetAddress address, Choice choice) throws IOException {
      super(port, backlog, address);
      this.choice = choice;
    }

    @Override
    public Socket accept() throws IOException {
      Socket connection = super.accept();
      try {
        return choice.next().getSocketFactory().createSocket(connection, null, true);
      } catch (IOException e) {
        connection.close();
        throw e;
      }
    }
  }

  private static SSLContext context(Authority authority, ServerNames names, Instant end)
      throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(new KeyManager[] {new ServerKeys(authority, names, end)}, null, null);
    return context;
  }
}
