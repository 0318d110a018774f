package dev.keyturn.sandbox.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorityTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  @Test
  void a_server_certificate_is_vouched_for() {
    assertThatCode(() -> validate(NOW.plus(Duration.ofDays(1)))).doesNotThrowAnyException();
  }

  @Test
  void an_expired_one_is_not() {
    assertThatExceptionOfType(CertPathValidatorException.class)
        .isThrownBy(() -> validate(NOW.minus(Duration.ofDays(1))))
        .withMessageContaining("validity check failed");
  }

  @Test
  void the_server_has_the_names_and_addresses() throws GeneralSecurityException {
    Authority authority = new Authority(NOW);
    X509Certificate server = server(authority, NOW);
    assertThat(server.getSubjectAlternativeNames())
        .contains(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
    assertThat(server.getBasicConstraints()).isEqualTo(-1);
    assertThat(authority.certificate().getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void no_two_starts_share_an_authority() throws GeneralSecurityException {
    assertThat(new Authority(NOW).pem()).isNotEqualTo(new Authority(NOW).pem());
  }

  private static X509Certificate server(Authority authority, Instant end)
      throws GeneralSecurityException {
    return authority.server(
        authority.newKeys().getPublic(),
        List.of("localhost"),
        List.of(InetAddress.getLoopbackAddress()),
        end);
  }

  private static void validate(Instant end) throws GeneralSecurityException {
    Authority authority = new Authority(NOW);
    X509Certificate server = server(authority, end);
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(NOW));
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(server)), parameters);
  }
}
