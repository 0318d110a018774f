package dev.keyturn.domain.profile.rule;

import static dev.keyturn.domain.profile.Plans.KEYS;
import static dev.keyturn.domain.profile.Plans.plan;
import static dev.keyturn.domain.profile.Plans.steps;
import static dev.keyturn.domain.profile.Plans.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.profile.Failures;
import dev.keyturn.domain.profile.Requests;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls make a session, how long each is asked for, and which one carries the code. */
class StepRuleTest {

  private static final String MFA = "mfa_serial = arn:aws:iam::123456789012:mfa/alice\n";
  private static final String USER = "[user]\n" + KEYS;

  private static String role(String name, String source) {
    return "[%s]\nrole_arn = arn:aws:iam::123456789012:role/%s\nsource_profile = %s\n"
        .formatted(name, name, source);
  }

  private static SessionPlan read(String credentials, Requests request) {
    return plan(Configuration.of("", credentials), request.build());
  }

  @Nested
  class A_user {

    @ParameterizedTest
    @CsvSource({"900, 15m", "15m, 15m", "129600, 36h", "36h, 36h", "1h30m, 1h30m"})
    void gets_the_duration_asked_for(String asked, String planned) {
      assertThat(steps(read(USER, Requests.to("user").duration(asked))))
          .isEqualTo("GetSessionToken " + planned + " +code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"899", "129601", "1s", "37h"})
    void gets_both_ends_in_both_forms(String asked) {
      Failures.usage(
          () -> read(USER, Requests.to("user").duration(asked)),
          "a session lasts between 900 s (15m) and 129600 s (36h)");
    }

    @Test
    void is_not_concerned_by_duration_seconds_which_aws_reads_for_roles_only() {
      assertThat(steps(read(USER + "duration_seconds = 900\n", Requests.to("user"))))
          .isEqualTo("GetSessionToken 12h +code");
    }
  }

  @Nested
  class One_role {

    private static final String ROLE = role("admin", "user") + MFA;

    @Test
    void lasts_an_hour_by_default() {
      assertThat(steps(read(USER + ROLE, Requests.to("admin"))))
          .isEqualTo("GetSessionToken 12h +code, AssumeRole admin 1h");
    }

    @ParameterizedTest
    @CsvSource({
      "900,   'GetSessionToken 12h +code, AssumeRole admin 15m'",
      "3600,  'GetSessionToken 12h +code, AssumeRole admin 1h'",
      "3601,  'AssumeRole admin 1h1s +code'",
      "43200, 'AssumeRole admin 12h +code'"
    })
    void lasts_as_long_as_asked_by_option_or_file(String seconds, String calls) {
      assertThat(steps(read(USER + ROLE, Requests.to("admin").duration(seconds)))).isEqualTo(calls);
      assertThat(
              steps(
                  read(USER + ROLE + "duration_seconds = " + seconds + "\n", Requests.to("admin"))))
          .isEqualTo(calls);
    }

    @Test
    void obeys_the_option_before_the_file() {
      String file = USER + ROLE + "duration_seconds = 43200\n";

      assertThat(steps(read(file, Requests.to("admin").duration("30m"))))
          .isEqualTo("GetSessionToken 12h +code, AssumeRole admin 30m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"899", "43201", "36h"})
    void gets_both_ends_in_both_forms(String asked) {
      Failures.usage(
          () -> read(USER + ROLE, Requests.to("admin").duration(asked)),
          "a role session lasts between 900 s (15m) and 43200 s (12h)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"899", "43201", "0", "-1", "99999999999999999999", "-99999999999"})
    void with_a_duration_that_no_role_can_have_in_the_file_is_refused(String seconds) {
      Failures.badProfile(
          () -> read(USER + ROLE + "duration_seconds = " + seconds + "\n", Requests.to("admin")),
          "duration_seconds is " + seconds,
          "between 900 s (15m) and 43200 s (12h) (/credentials:8)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1h", "3600.5", "forever", "-", "12 h"})
    void ignores_a_duration_that_is_not_a_whole_number_with_a_warning(String text) {
      SessionPlan plan =
          read(USER + ROLE + "duration_seconds = " + text + "\n", Requests.to("admin"));

      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code, AssumeRole admin 1h");
      assertThat(warnings(plan)).containsExactly("duration-not-a-number");
    }

    @Test
    void without_a_device_is_assumed_from_the_keys_for_as_long_as_asked() {
      assertThat(steps(read(USER + role("admin", "user"), Requests.to("admin").duration("12h"))))
          .isEqualTo("AssumeRole admin 12h");
    }

    @Test
    void behind_a_profile_that_only_names_a_source_counts_as_one_from_the_keys() {
      String alias = "[alias]\nsource_profile = user\n";

      assertThat(
              steps(
                  read(
                      USER + alias + role("admin", "alias") + MFA,
                      Requests.to("admin").duration("12h"))))
          .isEqualTo("AssumeRole admin 12h +code");
    }
  }

  @Nested
  class Roles_in_a_row {

    private static final String CHAIN = USER + role("first", "user") + role("last", "first");

    @ParameterizedTest
    @ValueSource(strings = {"first", "last", "user"})
    void take_one_code_wherever_the_device_is_named(String place) {
      String files = CHAIN.replace("[" + place + "]\n", "[" + place + "]\n" + MFA);

      assertThat(steps(read(files, Requests.to("last"))))
          .isEqualTo("GetSessionToken 12h +code, AssumeRole first 1h, AssumeRole last 1h");
    }

    @Test
    void last_an_hour_each_and_the_loss_is_reported() {
      String files = CHAIN + MFA + "duration_seconds = 7200\n";

      SessionPlan plan = read(files, Requests.to("last"));

      assertThat(steps(plan))
          .isEqualTo("GetSessionToken 12h +code, AssumeRole first 1h, AssumeRole last 1h");
      assertThat(plan.warnings())
          .singleElement()
          .satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("duration-capped");
            assertThat(warning.message()).contains("role/last is assumed for 1h instead of 2h");
          });
    }

    @Test
    void without_a_device_cap_only_what_is_assumed_from_a_role() {
      String files = CHAIN.replace("[first]\n", "[first]\nduration_seconds = 43200\n");

      assertThat(steps(read(files, Requests.to("last").duration("12h"))))
          .isEqualTo("AssumeRole first 12h, AssumeRole last 1h");
    }

    @Test
    void use_the_device_of_the_role_nearest_to_the_keys() {
      String files =
          CHAIN.replace("[first]\n", "[first]\nmfa_serial = GAHT00000001\n")
              + "mfa_serial = GAHT00000002\n";

      assertThat(read(files, Requests.to("last")).device()).hasToString("GAHT00000001");
    }
  }

  @Nested
  class A_role_by_option {

    private static final String ARN = "arn:aws:iam::210987654321:role/deploy";

    @Test
    void is_assumed_with_the_session_of_the_user() {
      SessionPlan plan = read(USER, Requests.to("user").role(ARN));

      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code, AssumeRole deploy 1h");
      assertThat(plan.layout()).isEqualTo(Layout.PLAIN);
    }

    @Test
    void over_an_hour_is_assumed_with_the_code_itself() {
      assertThat(steps(read(USER, Requests.to("user").role(ARN).duration("12h"))))
          .isEqualTo("AssumeRole deploy 12h +code");
    }

    @Test
    void is_assumed_with_the_role_of_the_profile() {
      assertThat(steps(read(USER + role("admin", "user") + MFA, Requests.to("admin").role(ARN))))
          .isEqualTo("GetSessionToken 12h +code, AssumeRole admin 1h, AssumeRole deploy 1h");
    }

    @Test
    void takes_session_name_and_external_id_from_the_options() {
      SessionPlan plan = read(USER, Requests.to("user").role(ARN).roleSession("alice", "example"));

      assertThat(plan.steps().get(1))
          .isInstanceOfSatisfying(
              Step.AssumeRole.class,
              role -> {
                assertThat(role.parameters().sessionName()).isEqualTo("alice");
                assertThat(role.parameters().externalId()).isEqualTo("example");
              });
    }
  }

  @Nested
  class Options_of_a_role {

    @Test
    void come_before_the_settings_of_the_last_role() {
      String files =
          USER + role("admin", "user") + "role_session_name = file\nexternal_id = of-file\n";

      SessionPlan plan = read(files, Requests.to("admin").roleSession("option", "y"));

      assertThat(plan.steps().get(0))
          .isInstanceOfSatisfying(
              Step.AssumeRole.class,
              role -> {
                assertThat(role.parameters().sessionName()).isEqualTo("option");
                assertThat(role.parameters().externalId()).isEqualTo("y");
              });
    }

    @Test
    void are_refused_where_no_role_is_assumed() {
      Failures.usage(
          () -> read(USER, Requests.to("user").roleSession("alice", "example")),
          "need a role, but profile 'user' does not assume one");
    }
  }

  @Nested
  class From_credentials_that_are_a_session_already {

    @Test
    void a_role_is_capped() {
      String files =
          role("admin", "sso")
              + "[sso]\nsso_account_id = 1\nsso_role_name = Admin\n"
              + "sso_region = eu-west-1\nsso_start_url = https://example\n";

      SessionPlan plan = read(files, Requests.to("admin").duration("12h"));

      assertThat(steps(plan)).isEqualTo("AssumeRole admin 1h");
      assertThat(warnings(plan)).containsExactly("duration-capped");
    }

    @Test
    void a_role_of_an_instance_is_not_because_aws_does_not_count_that_as_chaining() {
      String files =
          role("admin", "x").replace("source_profile = x", "credential_source=Ec2InstanceMetadata");

      assertThat(steps(read(files, Requests.to("admin").duration("12h"))))
          .isEqualTo("AssumeRole admin 12h");
    }
  }
}
