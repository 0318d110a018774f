package dev.keyturn.domain.profile.rule;

import static dev.keyturn.domain.profile.Plans.KEYS;
import static dev.keyturn.domain.profile.Plans.base;
import static dev.keyturn.domain.profile.Plans.plan;
import static dev.keyturn.domain.profile.Plans.steps;
import static dev.keyturn.domain.profile.Plans.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in the environment where nobody names a profile. */
class EnvironmentRuleTest {

  private static final Map<String, String> OWN_KEYS =
      Map.of(
          "AWS_ACCESS_KEY_ID", "AKIAI44QH8DHBEXAMPLE",
          "AWS_SECRET_ACCESS_KEY", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY");

  private static SessionPlan unnamed(String config, String credentials, String... more) {
    Map<String, String> environment = new HashMap<>(OWN_KEYS);
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    PlanRequest request = PlanRequest.of("default", environment).withTyped(false);
    return plan(Configuration.of(config, credentials), request);
  }

  @Test
  void they_are_used_without_any_file_and_their_session_goes_to_none() {
    SessionPlan plan = unnamed("", "");
    assertThat(base(plan)).isEqualTo("environment");
    assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code");
    assertThat(plan.target()).isNull();
    assertThat(warnings(plan)).isEmpty();
  }

  @Test
  void a_section_that_is_asked_for_takes_it() {
    PlanRequest request =
        PlanRequest.of("default", OWN_KEYS).withTyped(false).withSaveAs("temporary");
    SessionPlan plan = plan(Configuration.of("", ""), request);
    assertThat(plan.target()).extracting("section").isEqualTo("temporary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        KEYS,
        "role_arn = arn:aws:iam::123456789012:role/admin\nsource_profile = user\n",
        "credential_process = tool\n"
      })
  void they_take_precedence_over_the_credentials_of_default_and_that_is_reported(
      String credentials) {
    SessionPlan plan =
        unnamed(
            "[default]\nregion = eu-west-1\nmfa_serial = arn:aws:iam::210987654321:mfa/bob\n"
                + credentials,
            "");
    assertThat(base(plan)).isEqualTo("environment");
    assertThat(plan.region()).isEqualTo("eu-west-1");
    assertThat(plan.device()).as("the device of another user").isNull();
    assertThat(plan.roleArn()).isNull();
    assertThat(warnings(plan)).containsExactly("environment-keys-used");
  }

  @Test
  void a_default_with_nothing_but_settings_belongs_to_them() {
    SessionPlan plan = unnamed("[default]\nmfa_serial = GAHT00000001\n", "");
    assertThat(plan.device()).isEqualTo(new MfaDevice("GAHT00000001"));
    assertThat(warnings(plan)).isEmpty();
  }

  @Test
  void a_profile_that_a_variable_names_is_another() {
    SessionPlan plan = unnamed("", "[default]\n" + KEYS, "AWS_PROFILE", "default");
    assertThat(base(plan)).isEqualTo("access-key default AKIAIOSFODNN7EXAMPLE");
  }

  @Test
  void keys_that_keyturn_has_set_are_not_a_choice_of_the_caller() {
    SessionPlan plan =
        unnamed(
            "",
            "[default]\n" + KEYS,
            "KEYTURN_PROFILE",
            "default",
            "KEYTURN_SET",
            "AWS_ACCESS_KEY_ID=AKIAI44QH8DHBEXAMPLE");
    assertThat(base(plan)).isEqualTo("access-key default AKIAIOSFODNN7EXAMPLE");
  }

  @Test
  void keys_that_somebody_has_set_since_are() {
    SessionPlan plan =
        unnamed(
            "",
            "[default]\n" + KEYS,
            "KEYTURN_PROFILE",
            "default",
            "KEYTURN_SET",
            "AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE");
    assertThat(base(plan)).isEqualTo("environment");
  }
}
