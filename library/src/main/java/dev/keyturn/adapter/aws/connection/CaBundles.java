package dev.keyturn.adapter.aws.connection;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.profile.plan.CaBundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates to trust instead of those of the Java runtime; each file is read once. Thread-safe.
 */
final class CaBundles {

  /** The largest bundles that systems ship are smaller than 1 MB. */
  private static final int LARGEST_MEBIBYTES = 16;

  private final Map<String, SSLSocketFactory> known = new HashMap<>();

  /**
   * Sockets that trust only the certificates in {@code bundle}. It must be a regular file: a pipe
   * or a device might never end.
   *
   * @throws FailureException {@code FileFailure.Unreadable} when there are no certificates to be
   *     read
   */
  synchronized SSLSocketFactory trusting(CaBundle bundle) {
    return known.computeIfAbsent(bundle.file(), file -> read(bundle));
  }

  private static SSLSocketFactory read(CaBundle bundle) {
    try {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes(bundle)));
      if (certificates.isEmpty()) {
        throw unreadable(bundle, "it contains no certificates in PEM format");
      }
      return trusting(certificates);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw unreadable(bundle, "there is no such file");
    } catch (CertificateException e) {
      throw unreadable(bundle, "it contains a certificate that is broken");
    } catch (IOException e) {
      throw unreadable(bundle, "it cannot be read");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(CaBundle bundle) throws IOException {
    Path file = Path.of(bundle.file());
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw unreadable(bundle, "it is not a regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((LARGEST_MEBIBYTES << 20) + 1);
      if (bytes.length > LARGEST_MEBIBYTES << 20) {
        throw unreadable(bundle, "it is larger than " + LARGEST_MEBIBYTES + " MiB");
      }
      return bytes;
    }
  }

  private static FailureException unreadable(CaBundle bundle, String why) {
    return new FileFailure.Unreadable(bundle.file(), why + " (CA bundle of " + bundle.place() + ")")
        .exception();
  }

  private static SSLSocketFactory trusting(Collection<? extends Certificate> certificates)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (Certificate certificate : certificates) {
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
