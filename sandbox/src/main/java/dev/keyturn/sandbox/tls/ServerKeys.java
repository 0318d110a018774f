package dev.keyturn.sandbox.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of a connection: the one with all names of the server, or a new one for the name
 * on demand that the client asks for. The alias of a certificate is that name.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6066#section-3">RFC 6066, server name indication
 *     </a>
 */
final class ServerKeys extends X509ExtendedKeyManager {
  private static final String NO_NAME = "";

  private final Authority authority;
  private final ServerNames names;
  private final Instant end;
  private final KeyPair keys;
  private final X509Certificate certificate;

  /** Makes a certificate that ends then, as later ones will. */
  ServerKeys(Authority authority, ServerNames names, Instant end)
      throws GeneralSecurityException, IOException {
    this.authority = authority;
    this.names = names;
    this.end = end;
    this.keys = authority.newKeys();
    List<InetAddress> addresses =
        List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), names.address());
    this.certificate = authority.server(keys.getPublic(), names.always(), addresses, end);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return keyType.equals(keys.getPublic().getAlgorithm()) ? wanted(socket) : null;
  }

  private String wanted(Socket socket) {
    if (socket instanceof SSLSocket secure
        && secure.getHandshakeSession() instanceof ExtendedSSLSession session) {
      for (SNIServerName name : session.getRequestedServerNames()) {
        if (name instanceof SNIHostName host && isOnDemand(host.getAsciiName())) {
          return host.getAsciiName();
        }
      }
    }
    return NO_NAME;
  }

  private boolean isOnDemand(String name) {
    return !names.always().contains(name) && names.onDemand().test(name);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    try {
      X509Certificate server =
          alias.equals(NO_NAME)
              ? certificate
              : authority.server(keys.getPublic(), List.of(alias), List.of(), end);
      return new X509Certificate[] {server, authority.certificate()};
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("what was signed once can be signed again", e);
    }
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return keys.getPrivate();
  }

  @Override
  public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[] {NO_NAME};
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    return null;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
