package dev.keyturn.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellCommandTest {

  @Test
  void plain_words_stay_as_they_are() {
    assertThat(ShellCommand.of("keyturn", "login", "dev-1", "--device", "arn:aws:iam::1:mfa/a"))
        .isEqualTo("keyturn login dev-1 --device arn:aws:iam::1:mfa/a");
  }

  @Test
  void what_a_shell_would_split_or_run_is_quoted() {
    assertThat(ShellCommand.of("keyturn", "login", "my profile"))
        .isEqualTo("keyturn login 'my profile'");
    assertThat(ShellCommand.of("keyturn", "login", "$(reboot)"))
        .isEqualTo("keyturn login '$(reboot)'");
    assertThat(ShellCommand.of("keyturn", "login", "")).isEqualTo("keyturn login ''");
  }

  @Test
  void a_quote_within_quotes_is_closed_and_opened_again() {
    assertThat(ShellCommand.of("it's")).isEqualTo("'it'\\''s'");
  }
}
