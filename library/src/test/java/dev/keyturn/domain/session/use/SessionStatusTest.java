package dev.keyturn.domain.session.use;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.profile.Plans;
import dev.keyturn.domain.session.FakeSts;
import dev.keyturn.domain.session.SessionHome;
import dev.keyturn.domain.session.use.SessionStatus.Source;
import dev.keyturn.domain.session.use.SessionStatus.View;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a profile's session is said to be, without a network. */
class SessionStatusTest {

  private static final String CREDENTIALS = "[user]\n" + Plans.KEYS;
  private static final String FOREIGN =
      "[user-mfa]\naws_access_key_id = ASIATWO\naws_secret_access_key = a\naws_session_token = b\n";

  @TempDir private Path folder = Path.of("");

  private SessionHome home(String credentials) {
    return new SessionHome(folder, "", credentials);
  }

  private static View view(SessionHome home) {
    return home.profiles().status().of(home.profile("user"));
  }

  private static Instant now(SessionHome home) {
    return home.clock.instant();
  }

  @Test
  void a_profile_without_a_session_has_none() {
    SessionHome home = home(CREDENTIALS);
    assertThat(view(home).source()).isNull();
    assertThat(view(home).isValid(now(home))).isFalse();
  }

  @Test
  void a_session_that_is_only_kept_is_in_the_cache() {
    SessionHome home = home(CREDENTIALS);
    home.keep(home.plan("user"), "ASIAONE");
    assertThat(view(home).source()).isEqualTo(Source.CACHE);
    assertThat(view(home).remaining(now(home))).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void the_file_counts_before_the_cache() {
    SessionHome home = home(CREDENTIALS);
    home.logIn(home.plan("user"), "ASIAONE");
    assertThat(view(home).source()).isEqualTo(Source.CREDENTIALS_FILE);
    assertThat(view(home).target()).isEqualTo("user-mfa");
    assertThat(view(home).identity()).isEqualTo(FakeSts.ALICE);
  }

  @Test
  void a_session_in_the_cache_counts_when_the_one_in_the_file_has_ended() {
    SessionHome home = home(CREDENTIALS);
    home.logIn(home.plan("user"), "ASIAONE");
    home.pass(Duration.ofHours(12));
    assertThat(view(home).source()).isEqualTo(Source.CREDENTIALS_FILE);
    home.keep(home.plan("user"), "ASIATWO");
    assertThat(view(home).source()).isEqualTo(Source.CACHE);
    assertThat(view(home).isValid(now(home))).isTrue();
  }

  @Test
  void an_older_session_of_keyturn_in_the_file_keeps_its_end() {
    SessionHome home = home(CREDENTIALS);
    home.logIn(home.plan("user"), "ASIAONE");
    home.pass(Duration.ofHours(1));
    home.keep(home.plan("user"), "ASIATWO");
    assertThat(view(home).remaining(now(home))).isEqualTo(Duration.ofHours(11));
  }

  @Test
  void keys_of_another_program_without_an_end_are_not_known_to_be_valid() {
    SessionHome home = home(CREDENTIALS + FOREIGN);
    assertThat(view(home).source()).isEqualTo(Source.CREDENTIALS_FILE);
    assertThat(view(home).expiration()).isNull();
    assertThat(view(home).isValid(now(home))).isFalse();
  }

  @Test
  void keys_of_another_program_are_valid_until_the_end_they_name() {
    SessionHome home = home(CREDENTIALS + FOREIGN + "expiration = 2026-11-21 14:00:00\n");
    assertThat(view(home).remaining(now(home))).isEqualTo(Duration.ofHours(2));
    home.pass(Duration.ofHours(2));
    assertThat(view(home).isValid(now(home))).isFalse();
  }

  private static Source source(SessionHome home, Map<String, String> environment) {
    return requireNonNull(home.profiles().status().of(home.profile("user"), environment).source());
  }

  @Test
  void a_session_that_keyturn_set_in_the_environment_is_shown() {
    SessionHome home = home(CREDENTIALS);
    home.logIn(home.plan("user"), "ASIAONE");
    assertThat(source(home, Map.of("KEYTURN_PROFILE", "user", "AWS_ACCESS_KEY_ID", "ASIAONE")))
        .isEqualTo(Source.ENVIRONMENT);
    assertThat(source(home, Map.of("KEYTURN_PROFILE", "user", "AWS_ACCESS_KEY_ID", "ASIAOTHER")))
        .as("an older session, or one with policies")
        .isEqualTo(Source.CREDENTIALS_FILE);
    assertThat(source(home, Map.of("KEYTURN_PROFILE", "other", "AWS_ACCESS_KEY_ID", "ASIAONE")))
        .as("another profile of the same user")
        .isEqualTo(Source.CREDENTIALS_FILE);
  }

  @Test
  void a_session_in_the_environment_expires_when_its_variable_says() {
    SessionStatus status = home(CREDENTIALS).profiles().status();
    View view =
        status
            .inEnvironment(
                Map.of(
                    "AWS_ACCESS_KEY_ID", "ASIAONE",
                    "AWS_SESSION_TOKEN", "token",
                    "AWS_CREDENTIAL_EXPIRATION", "2026-11-21T14:00:00Z"))
            .orElseThrow();
    assertThat(view.source()).isEqualTo(Source.ENVIRONMENT);
    assertThat(view.expiration()).isEqualTo(Instant.parse("2026-11-21T14:00:00Z"));
  }

  @Test
  void long_term_keys_in_the_environment_are_not_a_session() {
    SessionStatus status = home(CREDENTIALS).profiles().status();
    assertThat(status.inEnvironment(Map.of("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"))).isEmpty();
  }
}
