package dev.keyturn.domain.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MfaCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"012345", " 012345 ", "012 345", "01 23 45"})
  void a_code_is_six_digits_with_blanks_as_apps_show_them(String text) {
    assertThat(MfaCode.parse(text).digits()).isEqualTo("012345");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12345", "1234567", "12345a", "+12345", "\u0661\u0662\u0663456", "12-345"})
  void anything_else_is_refused_and_not_repeated(String text) {
    assertThatThrownBy(() -> MfaCode.parse(text))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.failure()).isInstanceOf(Failure.Usage.class);
              assertThat(e.failure().message()).isEqualTo("an MFA code is six digits");
            });
  }

  @Test
  void its_text_is_masked() {
    assertThat(MfaCode.parse("012345")).hasToString("******");
  }

  @ParameterizedTest
  @ValueSource(strings = {"arn:aws:iam::123456789012:mfa/alice", "GAHT12345678"})
  void apps_and_tokens_give_codes(String serial) {
    assertThat(new MfaDevice(serial).givesCodes()).isTrue();
  }

  @Test
  void a_passkey_gives_none() {
    assertThat(new MfaDevice("arn:aws:iam::123456789012:u2f/user/alice/phone").givesCodes())
        .isFalse();
  }
}
