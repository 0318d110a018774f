package dev.keyturn.domain.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileSessionTest {

  private static final Instant END = Instant.parse("2026-11-21T14:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "expiration, 2026-11-21 14:00:00",
    "expiration, 2026-11-21T14:00:00Z",
    "x_security_token_expires, 2026-11-21T15:00:00+01:00",
    "aws_session_expiration, 2026-11-21T14:00:00+00:00",
    "aws_credential_expiration, 2026-11-21T14:00:00Z",
    "expires, 2026-11-21T14:00:00Z",
  })
  void the_end_as_the_tools_write_it(String key, String text) {
    assertThat(FileSession.in(section(Map.of(key, text))).orElseThrow().expiration())
        .isEqualTo(END);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "", "1763733600", "2026-13-21 14:00:00"})
  void an_invalid_expiration_is_unknown(String text) {
    assertThat(FileSession.in(section(Map.of("expiration", text))).orElseThrow().expiration())
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws_access_key_id", "aws_secret_access_key", "aws_session_token"})
  void all_three_keys_make_a_session(String missing) {
    assertThat(FileSession.in(section(Map.of(missing, "")))).isEmpty();
  }

  @Test
  void a_role_as_aws_mfa_notes_it() {
    String role = "arn:aws:iam::123456789012:role/admin";
    assertThat(FileSession.in(section(Map.of("assumed_role_arn", role))).orElseThrow().roleArn())
        .isEqualTo(role);
  }

  @Test
  void its_text_shows_no_secret() {
    FileSession session = FileSession.in(section(Map.of())).orElseThrow();
    assertThat(session.toString()).doesNotContain("secretEXAMPLE", "tokenEXAMPLE");
  }

  private static Section section(Map<String, String> changes) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("aws_access_key_id", "ASIAIOSFODNN7EXAMPLE");
    values.put("aws_secret_access_key", "secretEXAMPLE");
    values.put("aws_session_token", "tokenEXAMPLE");
    values.putAll(changes);
    Map<String, Setting> settings = new LinkedHashMap<>();
    Origin origin = new Origin(FileKind.CREDENTIALS, "/credentials", 1);
    values.forEach((name, value) -> settings.put(name, new Setting(name, value, origin, Map.of())));
    return new Section("account1", origin, settings);
  }
}
