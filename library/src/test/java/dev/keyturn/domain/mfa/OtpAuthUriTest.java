package dev.keyturn.domain.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtpAuthUriTest {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /** RFC 6238, appendix B: seeds of as many bytes as the hash has. */
  @ParameterizedTest
  @CsvSource({
    "SHA1, 20, 59, 94287082",
    "SHA256, 32, 59, 46119246",
    "SHA512, 64, 59, 90693936",
    "SHA1, 20, 1111111109, 07081804",
    "SHA256, 32, 1111111109, 68084774",
    "SHA512, 64, 1111111109, 25091201",
  })
  void the_vectors_of_rfc_6238(String algorithm, int length, long seconds, String code) {
    String seed = base32("1234567890".repeat(7).substring(0, length));
    Totp device =
        OtpAuthUri.parse(
            "otpauth://totp/x?secret=" + seed + "&algorithm=" + algorithm + "&digits=8");
    assertThat(device.textAt(Instant.ofEpochSecond(seconds))).isEqualTo(code);
  }

  @Test
  void the_defaults_are_those_of_aws() {
    Instant now = Instant.ofEpochSecond(59);
    Totp device =
        OtpAuthUri.parse("otpauth://totp/Amazon%20Web%20Services:alice?issuer=AWS&secret=" + SEED);
    assertThat(device.at(now)).isEqualTo(Totp.ofBase32(SEED).at(now));
    assertThat(device.left(now)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void a_period_is_honoured() {
    Totp device = OtpAuthUri.parse("otpauth://totp/x?secret=" + SEED + "&period=60");
    Instant now = Instant.ofEpochSecond(119);
    assertThat(device.left(now)).isEqualTo(Duration.ofSeconds(1));
    assertThat(device.at(now)).isEqualTo(Totp.ofBase32(SEED).at(Instant.ofEpochSecond(59)));
  }

  @ParameterizedTest
  @CsvSource({
    "otpauth://hotp/x?secret=GEZDGNBV&counter=1, is not one of a time-based code",
    "otpauth://totp/x, is not one of a time-based code",
    "otpauth://totp/x?issuer=AWS, contains no secret key",
    "otpauth://totp/x?secret=GEZDGNBV%GEZ, contains an incomplete percent escape",
    "otpauth://totp/x?secret=GEZDGNBV&digits=9, digits is not a number from 6 to 8",
    "otpauth://totp/x?secret=GEZDGNBV&period=0, period is not a number from 1 to 3600",
    "otpauth://totp/x?secret=GEZDGNBV&algorithm=MD5, algorithm is neither",
  })
  void what_it_cannot_read_is_named_and_the_secret_is_not(String uri, String problem) {
    assertThatThrownBy(() -> OtpAuthUri.parse(uri))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem)
        .hasMessageNotContaining("GEZ")
        .hasNoCause();
  }

  private static String base32(String text) {
    StringBuilder out = new StringBuilder();
    long buffer = 0;
    int bits = 0;
    for (byte next : text.getBytes(StandardCharsets.US_ASCII)) {
      buffer = (buffer << 8 | next) & 0xffff;
      for (bits += 8; bits >= 5; bits -= 5) {
        out.append(ALPHABET.charAt((int) (buffer >> (bits - 5)) & 31));
      }
    }
    return bits == 0
        ? out.toString()
        : out.append(ALPHABET.charAt((int) (buffer << (5 - bits)) & 31)).toString();
  }
}
