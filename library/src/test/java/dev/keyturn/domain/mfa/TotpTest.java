package dev.keyturn.domain.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  /** The ASCII text 12345678901234567890 of RFC 6238, appendix B. */
  private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /** The vectors have eight digits, of which AWS's devices show the last six. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130",
  })
  void the_vectors_of_rfc_6238(long seconds, String code) {
    assertThat(Totp.ofBase32(SEED).at(Instant.ofEpochSecond(seconds)).digits()).isEqualTo(code);
  }

  @Test
  void one_code_is_shown_for_thirty_seconds() {
    Totp device = Totp.ofBase32(SEED);
    MfaCode code = device.at(Instant.ofEpochSecond(60));
    assertThat(device.at(Instant.ofEpochSecond(89))).isEqualTo(code);
    assertThat(device.at(Instant.ofEpochSecond(90))).isNotEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"0, 30", "1, 29", "29, 1", "30, 30", "-1, 1"})
  void the_next_code_begins_with_the_next_half_minute(long seconds, long left) {
    assertThat(Totp.untilNext(Instant.ofEpochSecond(seconds))).isEqualTo(Duration.ofSeconds(left));
  }

  @Test
  void case_blanks_and_padding_of_a_seed_do_not_matter() {
    Instant now = Instant.ofEpochSecond(59);
    assertThat(Totp.ofBase32("gezd gnbv gy3t qojq gezd gnbv gy3t qojq==").at(now))
        .isEqualTo(Totp.ofBase32(SEED).at(now));
  }

  @Test
  void a_seed_that_is_not_base32_is_refused_and_not_repeated() {
    assertThatThrownBy(() -> Totp.ofBase32("NOT-BASE32-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("NOT");
  }
}
