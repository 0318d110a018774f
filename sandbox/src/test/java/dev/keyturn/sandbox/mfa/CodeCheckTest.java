package dev.keyturn.sandbox.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keyturn.sandbox.TestSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeCheckTest {
  private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:10Z");

  private final CodeCheck check = new CodeCheck(SEED, 0);

  /** The last six digits of the values in appendix B of RFC 6238. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codes_are_those_of_rfc_6238(long epoch, String code) {
    byte[] seed = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    assertThat(Totp.code(seed, Totp.stepAt(Instant.ofEpochSecond(epoch)))).isEqualTo(code);
  }

  @Test
  void codes_agree_with_another_implementation() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      byte[] seed = new byte[40];
      random.nextBytes(seed);
      Instant time = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
      assertThat(Totp.code(seed, Totp.stepAt(time)))
          .isEqualTo(TestSandbox.oracle(Base32.encode(seed), time));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-30, 0, 30})
  void the_step_before_the_step_now_and_the_step_after_are_accepted(long seconds) {
    assertThat(check.accept(codeAt(seconds), NOW)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-60, 60, 3600})
  void any_other_step_is_refused(long seconds) {
    assertThat(check.accept(codeAt(seconds), NOW)).isFalse();
  }

  @Test
  void a_used_code_is_refused() {
    check.accept(codeAt(0), NOW);
    assertThat(check.accept(codeAt(0), NOW)).isFalse();
  }

  @Test
  void a_used_code_is_refused_in_the_next_step_too() {
    check.accept(codeAt(0), NOW);
    assertThat(check.accept(codeAt(0), NOW.plusSeconds(30))).isFalse();
  }

  @Test
  void a_used_code_leaves_its_neighbours_usable() {
    check.accept(codeAt(0), NOW);
    assertThat(check.accept(codeAt(-30), NOW)).isTrue();
    assertThat(check.accept(codeAt(30), NOW)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "12345", "1234567", "12345６", "abcdef"})
  void an_invalid_code_is_refused(String text) {
    assertThat(check.accept(text, NOW)).isFalse();
  }

  @Test
  void an_offset_moves_the_codes_that_fit() {
    CodeCheck fast = new CodeCheck(SEED, 300);
    assertThat(fast.accept(codeAt(0), NOW)).isFalse();
    assertThat(fast.accept(codeAt(300), NOW)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-60, -30", "-30, 0", "0, 30"})
  void two_consecutive_codes_are_accepted_as_a_pair(long first, long second) {
    assertThat(check.acceptPair(codeAt(first), codeAt(second), NOW, true)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, -30", "-30, 30", "-120, -90", "60, 90"})
  void two_codes_out_of_order_or_out_of_range_are_refused(long first, long second) {
    assertThat(check.acceptPair(codeAt(first), codeAt(second), NOW, true)).isFalse();
  }

  @Test
  void the_codes_of_a_pair_count_as_used() {
    check.acceptPair(codeAt(-30), codeAt(0), NOW, true);
    assertThat(check.accept(codeAt(-30), NOW)).isFalse();
    assertThat(check.accept(codeAt(0), NOW)).isFalse();
    assertThat(check.accept(codeAt(30), NOW)).isTrue();
  }

  @Test
  void the_codes_of_a_pair_stay_usable_when_they_do_not_count() {
    check.acceptPair(codeAt(-30), codeAt(0), NOW, false);
    assertThat(check.accept(codeAt(0), NOW)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-43_200, -90, 0, 90, 7200})
  void a_device_that_drifted_is_found_again_by_two_codes(long drift) {
    assertThat(check.resynchronise(codeAt(drift - 30), codeAt(drift), NOW, true)).isTrue();
    assertThat(check.accept(codeAt(drift + 30), NOW.plusSeconds(30))).isTrue();
  }

  @Test
  void two_codes_that_do_not_follow_each_other_resynchronise_nothing() {
    assertThat(check.resynchronise(codeAt(0), codeAt(0), NOW, true)).isFalse();
    assertThat(check.offsetSeconds()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "A", "GEZD1", "GEZD GNBV", "é"})
  void a_seed_that_is_not_base32_is_refused(String seed) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CodeCheck(seed, 0));
  }

  @Test
  void a_seed_is_read_in_any_case_and_with_padding() {
    assertThat(Base32.decode("mzxw6ytboi======")).asString().isEqualTo("foobar");
  }

  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void base32_is_that_of_rfc_4648(String text, String encoded) {
    assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    assertThat(Base32.decode(encoded)).asString().isEqualTo(text);
  }

  private static String codeAt(long seconds) {
    return TestSandbox.oracle(SEED, NOW.plusSeconds(seconds));
  }
}
