package dev.keyturn.sandbox.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * A certificate authority for one start of the sandbox, and the server certificate it signs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280">RFC 5280</a>
 */
final class Authority {
  private static final String NAME = "Keyturn sandbox CA, for tests only";
  private static final Duration LIFE = Duration.ofDays(365);

  /** How long ago certificates began: clocks of clients may be behind. */
  private static final Duration BEFORE = Duration.ofDays(7);

  private static final byte[] ECDSA_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));

  private final SecureRandom random = new SecureRandom();
  private final KeyPair keys;
  private final Instant start;
  private final X509Certificate certificate;

  /** Makes keys and a certificate of its own. */
  Authority(Instant now) throws GeneralSecurityException {
    keys = newKeys();
    byte[] extensions =
        Der.sequence(
            extension("2.5.29.19", true, Der.sequence(Der.bool(true))),
            extension("2.5.29.15", true, Der.bits(1, new byte[] {0x06})),
            extension("2.5.29.14", false, Der.octets(keyId(keys.getPublic()))));
    start = now.minus(BEFORE);
    Instant end = now.plus(LIFE);
    certificate = sign(NAME, keys.getPublic(), start, end, extensions);
  }

  X509Certificate certificate() {
    return certificate;
  }

  /** What {@code AWS_CA_BUNDLE} points at. */
  String pem() throws GeneralSecurityException {
    String text =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
    return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
  }

  KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }

  /** A certificate for a server with these names and addresses that ends then. */
  X509Certificate server(
      PublicKey key, Collection<String> hosts, Collection<InetAddress> addresses, Instant end)
      throws GeneralSecurityException {
    List<byte[]> each = new ArrayList<>();
    hosts.forEach(host -> each.add(Der.tagged(0x82, host.getBytes(StandardCharsets.UTF_8))));
    addresses.forEach(address -> each.add(Der.tagged(0x87, address.getAddress())));
    byte[] names = Der.sequence(each.toArray(byte[][]::new));
    byte[] extensions =
        Der.sequence(
            extension("2.5.29.17", false, names),
            extension("2.5.29.15", true, Der.bits(7, new byte[] {(byte) 0x80})),
            extension("2.5.29.37", false, Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"))),
            extension("2.5.29.14", false, Der.octets(keyId(key))),
            extension("2.5.29.35", false, Der.sequence(Der.tagged(0x80, keyId(keys.getPublic())))));
    return sign("localhost", key, start, end, extensions);
  }

  private X509Certificate sign(
      String subject, PublicKey key, Instant begin, Instant end, byte[] extensions)
      throws GeneralSecurityException {
    byte[] content =
        Der.sequence(
            Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
            Der.integer(new BigInteger(127, random).setBit(126)),
            ECDSA_SHA256,
            name(NAME),
            Der.sequence(Der.time(begin), Der.time(end)),
            name(subject),
            key.getEncoded(),
            Der.tagged(0xa3, extensions));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(content);
    byte[] encoded = Der.sequence(content, ECDSA_SHA256, Der.bits(0, signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }

  private static byte[] name(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text(commonName))));
  }

  private static byte[] extension(String oid, boolean critical, byte[] value) {
    return critical
        ? Der.sequence(Der.oid(oid), Der.bool(true), Der.octets(value))
        : Der.sequence(Der.oid(oid), Der.octets(value));
  }

  private static byte[] keyId(PublicKey key) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
  }
}
