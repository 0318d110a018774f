package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.cli.adapter.secretprogram.YkmanCodeSource;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.MfaDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A YubiKey, as far as the words that go to {@code ykman} and come back are concerned: a script in
 * its place writes what ykman 4.0.9 and 5 write.
 */
class YkmanTest {

  private static final MfaDevice ALICE = new MfaDevice("arn:aws:iam::123456789012:mfa/alice");

  private final List<String> notices = new ArrayList<>();
  @TempDir private Path folder = Path.of("");

  @Test
  void the_account_that_the_profile_names_gives_the_code() throws IOException {
    program("[ \"$*\" = 'oath accounts code --single -- AWS:alice' ] && echo 123456");
    assertThat(code("AWS:alice")).isEqualTo("123456");
  }

  @Test
  void without_a_name_the_account_is_called_like_the_device() throws IOException {
    program("[ \"$6\" = arn:aws:iam::123456789012:mfa/alice ] && echo 123456");
    assertThat(code(null)).isEqualTo("123456");
  }

  @Test
  void that_it_waits_for_a_touch_is_shown() throws IOException {
    program("echo 'WARNING: PC/SC' >&2; echo 'Touch your YubiKey...' >&2; echo 123456");
    assertThat(code("AWS:alice")).isEqualTo("123456");
    assertThat(notices).containsExactly("Touch your YubiKey...");
  }

  @Test
  void without_a_code_its_error_is_shown_and_how_to_log_in_without_it() throws IOException {
    program(
        "echo 'WARNING: PC/SC not available.' >&2; echo 'Error: No YubiKey detected!' >&2; exit 1");
    assertThatThrownBy(() -> code("AWS:alice"))
        .isInstanceOfSatisfying(
            FailureException.class,
            it ->
                assertThat(it.failure())
                    .isEqualTo(
                        new Failure.NoMfaCode(
                            "no MFA code for profile 'work' from a YubiKey: ykman: No YubiKey"
                                + " detected!",
                            "keyturn login work --prompt terminal")));
  }

  @Test
  void what_is_not_six_digits_is_not_repeated() throws IOException {
    program("echo 12345678");
    assertThatThrownBy(() -> code("AWS:alice"))
        .hasMessageContaining("did not write six digits for 'AWS:alice'")
        .hasMessageNotContaining("12345678");
  }

  @Test
  void where_it_is_not_installed_another_source_is_asked() {
    assertThat(source("AWS:alice").isPresent()).isFalse();
    assertThatThrownBy(() -> code("AWS:alice")).hasMessageContaining("ykman is not installed");
  }

  private String code(@Nullable String account) {
    return source(account).code(ALICE, "work").digits();
  }

  private YkmanCodeSource source(@Nullable String account) {
    Map<String, String> environment = Map.of("PATH", folder.toString());
    return new YkmanCodeSource(environment, account, notices::add, note -> {}, wait -> {});
  }

  private void program(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("ykman"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
