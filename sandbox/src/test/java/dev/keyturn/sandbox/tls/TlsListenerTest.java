package dev.keyturn.sandbox.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.sandbox.TestSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that check the server's name, as all do, by each name that it may have. */
class TlsListenerTest {
  private final TestSandbox sandbox = TestSandbox.startSecure("{}", "sandbox");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "sandbox",
        "s3.localhost",
        "examplebucket.localhost",
        "example.bucket.s3.eu-central-1.localhost",
        "examplebucket.sandbox",
        "examplebucket.s3.amazonaws.com"
      })
  void the_certificate_has_the_name_that_the_client_wants(String name) throws Exception {
    assertThat(get(name)).startsWith("HTTP/1.1 403 ").contains("<Code>AccessDenied</Code>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "sandbox.example.com", "iam.amazonaws.com"})
  void no_certificate_has_another_name(String name) {
    assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> get(name));
  }

  @Test
  void a_sandbox_can_run_for_a_year() throws Exception {
    int port = URI.create(sandbox.url()).getPort();
    try (SSLSocket socket =
        (SSLSocket)
            trusting().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      Instant nextYear = Instant.now().plus(Duration.ofDays(364));
      for (Certificate certificate : socket.getSession().getPeerCertificates()) {
        ((X509Certificate) certificate).checkValidity(Date.from(nextYear));
      }
    }
  }

  @Test
  void the_authority_goes_with_the_sandbox() {
    TestSandbox other = TestSandbox.startSecure("{}");
    Path bundle = other.caBundle();
    assertThat(bundle).exists();
    other.close();
    assertThat(bundle).doesNotExist();
  }

  private String get(String name) throws IOException, GeneralSecurityException {
    int port = URI.create(sandbox.url()).getPort();
    Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
    try (SSLSocket socket =
        (SSLSocket) trusting().getSocketFactory().createSocket(plain, name, port, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      String request =
          "GET /key HTTP/1.1\r\nHost: " + name + ":" + port + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private SSLContext trusting() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream bundle = Files.newInputStream(sandbox.caBundle())) {
      trusted.setCertificateEntry(
          "sandbox", CertificateFactory.getInstance("X.509").generateCertificate(bundle));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
