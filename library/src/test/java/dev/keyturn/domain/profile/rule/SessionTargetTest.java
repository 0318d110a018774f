package dev.keyturn.domain.profile.rule;

import static dev.keyturn.domain.profile.Plans.KEYS;
import static dev.keyturn.domain.profile.Plans.SESSION_KEYS;
import static dev.keyturn.domain.profile.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.profile.Failures;
import dev.keyturn.domain.profile.Requests;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTargetTest {

  private static final String USER = "[user]\n" + KEYS;

  private static void check(String config, String credentials, String section) {
    SessionTarget.check(Configuration.of(config, credentials), "user", section);
  }

  @Nested
  class Never {

    @Test
    void replaces_a_key_without_a_session_token() {
      String temporaryId = SESSION_KEYS.replace("aws_session_token", "other");

      Failures.forbidden(() -> check("", USER, "user"), "[user] contains long-term keys");
      Failures.forbidden(() -> check("", "[x]\n" + temporaryId, "x"), "contains long-term keys");
    }

    @Test
    void replaces_a_key_whose_id_is_not_that_of_a_session() {
      String withToken = "[x]\n" + KEYS + "aws_session_token = token\n";

      Failures.forbidden(() -> check("", withToken, "x"), "[x] contains long-term keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws_access_key_id = AKIAX", "aws_secret_access_key = x"})
    void replaces_half_a_key(String half) {
      Failures.forbidden(() -> check("", "[x]\n" + half + "\n", "x"), "contains long-term keys");
    }

    @Test
    void is_misled_by_a_token_in_the_config_file() {
      Failures.forbidden(
          () -> check("[profile user]\naws_session_token = token\n", USER, "user"),
          "contains long-term keys");
    }

    @Test
    void goes_where_a_role_would_win() {
      Failures.forbidden(
          () -> check("[profile x]\nrole_arn = arn:aws:iam::1:role/r\n", "", "x"),
          "[x] has role_arn");
    }

    @Test
    void goes_where_single_sign_on_would_win() {
      Failures.forbidden(
          () -> check("[profile x]\nsso_account_id = 1\n", "", "x"), "IAM Identity Center");
    }

    @Test
    void goes_where_a_login_session_would_be_switched_off() {
      Failures.forbidden(
          () -> check("[profile x]\nlogin_session = arn:aws:iam::1:user/ada\n", "", "x"),
          "signs in with aws login");
    }

    @Test
    void goes_where_it_would_switch_keyturns_own_process_off() {
      Failures.forbidden(
          () -> check("[profile x]\ncredential_process = keyturn credential-process x\n", "", "x"),
          "[x] gets its session from Keyturn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a]", "a\nb", "[x", "\"x\"", "a#b", "a\tb", "größe"})
    void starts_a_section_that_not_all_tools_can_read(String name) {
      Failures.forbidden(() -> check("", "", name));
    }
  }

  @Nested
  class Always {

    @Test
    void may_replace_a_session() {
      assertThatCode(() -> check("", "[x]\n" + SESSION_KEYS, "x")).doesNotThrowAnyException();
    }

    @Test
    void may_replace_a_session_under_the_old_name_of_its_token() {
      String old = SESSION_KEYS.replace("aws_session_token", "aws_security_token");

      assertThatCode(() -> check("", "[x]\n" + old, "x")).doesNotThrowAnyException();
    }

    @Test
    void may_fill_a_section_without_keys() {
      assertThatCode(() -> check("", "[x]\naws_arn_mfa = GAHT12345678\n", "x"))
          .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a-mfa", "team/dev", "user@example.com", "a_b.c:d+e%f"})
    void may_start_a_section(String name) {
      assertThatCode(() -> check("", "", name)).doesNotThrowAnyException();
    }
  }

  @Nested
  class Save_as {

    @Test
    void takes_the_place_of_the_layouts_target() {
      AwsConfiguration files = Configuration.of("[profile user]\noutput = text\n", USER);

      assertThat(plan(files, Requests.to("user").saveAs("other").build()).target())
          .isEqualTo(new Target("other", true, Map.of("output", "text")));
    }

    @Test
    void adds_no_settings_to_a_profile_that_exists() {
      AwsConfiguration files =
          Configuration.of("[profile user]\noutput = text\n[profile other]\n", USER);

      assertThat(plan(files, Requests.to("user").saveAs("other").build()).target())
          .isEqualTo(new Target("other", false, Map.of()));
    }

    @Test
    void is_refused_over_long_term_keys() {
      Failures.forbidden(
          () -> plan(Configuration.of("", USER), Requests.to("user").saveAs("user").build()),
          "[user] contains long-term keys");
    }

    @Test
    void saves_the_session_of_a_profile_that_a_process_serves() {
      AwsConfiguration files =
          Configuration.of(
              "[profile x]\ncredential_process = keyturn credential-process x\n",
              "[x-long-term]\n" + KEYS);

      assertThat(plan(files, Requests.to("x").saveAs("other").build()).target())
          .isEqualTo(new Target("other", true, Map.of()));
    }
  }
}
