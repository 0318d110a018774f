package dev.keyturn.domain.profile.rule;

import static dev.keyturn.domain.profile.Plans.KEYS;
import static dev.keyturn.domain.profile.Plans.SESSION_KEYS;
import static dev.keyturn.domain.profile.Plans.base;
import static dev.keyturn.domain.profile.Plans.plan;
import static dev.keyturn.domain.profile.Plans.steps;
import static dev.keyturn.domain.profile.Plans.valuesOf;
import static dev.keyturn.domain.profile.Plans.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.profile.Failures;
import dev.keyturn.domain.profile.Requests;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where credentials come from: the facts of the AWS SDKs' shared assume-role cases and of
 * botocore's tests.
 */
class ChainWalkTest {

  private static final String ROLE_A = "role_arn = arn:aws:iam::123456789:role/RoleA\n";
  private static final String ROLE_B = "role_arn = arn:aws:iam::123456789:role/RoleB\n";
  private static final String ENVIRONMENT_ID = "AKIAI44QH8DHBEXAMPLE";

  /** Short keys: a plan never judges their shape. */
  private static String keys(String id) {
    return "aws_access_key_id = " + id + "\naws_secret_access_key = def456\n";
  }

  private static SessionPlan a(String credentials) {
    return plan(Configuration.of("", credentials), "A");
  }

  private static Requests withEnvironmentKeys(String profile) {
    return Requests.to(profile)
        .with("AWS_ACCESS_KEY_ID", ENVIRONMENT_ID)
        .with("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  }

  @Nested
  class One_role {

    @Test
    void rests_on_the_keys_of_its_source() {
      SessionPlan plan = a("[A]\n" + ROLE_A + "source_profile = B\n[B]\n" + keys("abc123"));

      assertThat(base(plan)).isEqualTo("access-key B abc123");
      assertThat(steps(plan)).isEqualTo("AssumeRole RoleA 1h");
    }

    @Test
    void ignores_keys_of_its_own_profile() {
      SessionPlan plan =
          a("[A]\n" + keys("abc123") + ROLE_A + "source_profile = B\n[B]\n" + keys("ghi890"));

      assertThat(base(plan)).isEqualTo("access-key B ghi890");
    }

    @Test
    void may_name_its_own_profile_as_the_source() {
      SessionPlan plan = a("[A]\n" + keys("abc123") + ROLE_A + "source_profile = A\n");

      assertThat(base(plan)).isEqualTo("access-key A abc123");
      assertThat(steps(plan)).isEqualTo("AssumeRole RoleA 1h");
    }

    @Test
    void that_names_its_own_profile_needs_keys_there() {
      assertThat(Failures.of(() -> a("[A]\n" + ROLE_A + "source_profile = A\n")))
          .isEqualTo(new ProfileFailure.SourceLoop(List.of("A", "A")));
    }

    @Test
    void that_names_its_own_profile_may_rest_on_the_long_term_section_beside_it() {
      SessionPlan plan =
          a("[A]\n" + ROLE_A + "source_profile = A\n[A-long-term]\n" + keys("abc123"));

      assertThat(base(plan)).isEqualTo("access-key A-long-term abc123");
    }

    @Test
    void may_be_in_one_file_and_its_source_in_the_other() {
      AwsConfiguration files =
          Configuration.of(
              "[profile A]\nsource_profile = B\n[profile B]\n" + keys("abc123"), "[A]\n" + ROLE_A);

      assertThat(base(plan(files, "A"))).isEqualTo("access-key B abc123");
    }

    @Test
    void without_source_is_refused() {
      Failures.badProfile(
          () -> a("[A]\n" + ROLE_A), "profile 'A' has role_arn but no source_profile", ":2");
    }

    @Test
    void with_two_sources_is_refused() {
      Failures.badProfile(
          () ->
              a(
                  "[A]\n"
                      + ROLE_A
                      + "credential_source = Environment\nsource_profile = B\n[B]\n"
                      + keys("!23")),
          "has both source_profile and credential_source");
    }

    @Test
    void whose_source_does_not_exist_is_refused() {
      assertThat(Failures.of(() -> a("[A]\n" + ROLE_A + "source_profile = B\n")))
          .isEqualTo(new ProfileFailure.UnknownSource("A", "B", "/credentials:3", null));
    }

    @Test
    void whose_source_is_empty_is_refused() {
      Failures.badProfile(
          () -> a("[A]\n" + ROLE_A + "source_profile = B\n[B]\n"),
          "profile 'B' has no credentials");
    }
  }

  @Nested
  class Half_a_key {

    @Test
    void without_secret_is_refused() {
      Failures.badProfile(
          () ->
              a(
                  """
                  [A]
                  role_arn = arn:aws:iam::123456789012:role/foo
                  source_profile = B
                  [B]
                  aws_access_key_id = abc
                  """),
          "profile 'B' has aws_access_key_id but no aws_secret_access_key (/credentials:5)");
    }

    @Test
    void without_id_is_refused_and_the_secret_is_not_shown() {
      String credentials =
          """
          [A]
          role_arn = arn:aws:iam::123456789012:role/foo
          source_profile = B
          [B]
          aws_secret_access_key = hush
          """;

      Failure failure = Failures.of(() -> a(credentials));

      assertThat(failure.message())
          .isEqualTo(
              "profile 'B' has aws_secret_access_key but no aws_access_key_id (/credentials:5)");
      assertThat(failure.toString()).doesNotContain("hush");
    }

    @Test
    void counts_an_empty_value_as_missing() {
      Failures.badProfile(
          () -> a("[A]\naws_access_key_id = abc\naws_secret_access_key =\n"),
          "has aws_access_key_id but no aws_secret_access_key");
    }

    @Test
    void in_a_suffix_section_is_refused() {
      Failures.badProfile(
          () -> a("[A-long-term]\naws_access_key_id = abc\n"),
          "profile 'A-long-term' has aws_access_key_id but no aws_secret_access_key");
    }

    @Test
    void may_be_completed_by_the_other_file() {
      AwsConfiguration files =
          Configuration.of(
              "[profile A]\naws_secret_access_key = def\n", "[A]\naws_access_key_id = abc\n");

      assertThat(base(plan(files, "A"))).isEqualTo("access-key A abc");
    }
  }

  @Nested
  class Roles_in_a_row {

    private static final String CHAIN =
        "[A]\n" + ROLE_A + "source_profile = B\n[B]\n" + ROLE_B + "source_profile = C\n";

    @Test
    void are_assumed_from_the_keys_outwards() {
      SessionPlan plan = a(CHAIN + "[C]\n" + keys("mno456"));

      assertThat(base(plan)).isEqualTo("access-key C mno456");
      assertThat(steps(plan)).isEqualTo("AssumeRole RoleB 1h, AssumeRole RoleA 1h");
    }

    @Test
    void end_at_the_first_source_with_keys_of_its_own() {
      SessionPlan plan =
          a(
              "[A]\n"
                  + ROLE_A
                  + keys("unused")
                  + "source_profile = B\n[B]\n"
                  + ROLE_B
                  + "source_profile = C\n"
                  + keys("used")
                  + "[C]\n"
                  + keys("unused"));

      assertThat(base(plan)).isEqualTo("access-key B used");
      assertThat(steps(plan)).isEqualTo("AssumeRole RoleA 1h");
    }

    @Test
    void go_on_past_a_session_that_is_stored_in_a_role_profile() {
      SessionPlan plan = a(CHAIN + SESSION_KEYS + "[C]\n" + keys("mno456"));

      assertThat(base(plan)).isEqualTo("access-key C mno456");
    }

    @Test
    void that_form_a_loop_are_refused() {
      assertThat(Failures.of(() -> a(CHAIN.replace("= C", "= A"))))
          .isEqualTo(new ProfileFailure.SourceLoop(List.of("A", "B", "A")));
    }

    @Test
    void that_form_a_loop_are_refused_even_if_the_profile_has_keys() {
      String keysOnTop = CHAIN.replace("= C", "= A").replace("[A]\n", "[A]\n" + keys("unused"));

      assertThat(Failures.of(() -> a(keysOnTop))).isInstanceOf(ProfileFailure.SourceLoop.class);
    }

    @Test
    void that_run_into_a_loop_name_only_its_members() {
      String chain =
          "[A]\n"
              + ROLE_A
              + "source_profile = B\n[B]\nsource_profile = C\n[C]\nsource_profile = B\n";

      assertThat(Failures.of(() -> a(chain)))
          .isEqualTo(new ProfileFailure.SourceLoop(List.of("B", "C", "B")));
    }

    @Test
    void pass_through_a_profile_that_has_only_a_source() {
      SessionPlan plan =
          a("[A]\n" + ROLE_A + "source_profile = B\n[B]\nsource_profile = C\n[C]\n" + keys("k"));

      assertThat(base(plan)).isEqualTo("access-key C k");
      assertThat(steps(plan)).isEqualTo("AssumeRole RoleA 1h");
    }

    @Test
    void are_reached_by_a_profile_that_has_only_a_source() {
      SessionPlan plan =
          a("[A]\nsource_profile = B\n[B]\n" + ROLE_B + "source_profile = C\n[C]\n" + keys("k"));

      assertThat(plan.layout()).isEqualTo(Layout.SOURCE_PROFILE);
      assertThat(steps(plan)).isEqualTo("AssumeRole RoleB 1h");
    }
  }

  @Nested
  class Named_sources {

    @ParameterizedTest
    @CsvSource({
      "Ec2InstanceMetadata, instance",
      "ec2instancemetadata, instance",
      "EcsContainer, container"
    })
    void may_be_the_machine(String source, String kind) {
      SessionPlan plan = a("[A]\n" + ROLE_A + "credential_source = " + source + "\n");

      assertThat(plan.base().kind()).isEqualTo(kind);
      assertThat(steps(plan)).isEqualTo("AssumeRole RoleA 1h");
    }

    @Test
    void may_be_long_term_keys_in_the_environment() {
      AwsConfiguration files =
          Configuration.of(
              "",
              "[A]\n"
                  + ROLE_A
                  + "credential_source = Environment\nmfa_serial = arn:aws:iam::1:mfa/a\n");

      SessionPlan plan = plan(files, withEnvironmentKeys("A").build());

      assertThat(plan.base().kind()).isEqualTo("environment");
      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code, AssumeRole RoleA 1h");
      assertThat(warnings(plan)).isEmpty();
    }

    @Test
    void may_be_a_session_in_the_environment_which_needs_no_other() {
      AwsConfiguration files =
          Configuration.of("", "[A]\n" + ROLE_A + "credential_source = environment\n");
      PlanRequest request =
          withEnvironmentKeys("A").with("AWS_SESSION_TOKEN", "AQoEXAMPLEH4aoAH0gNCAPy").build();

      assertThat(steps(plan(files, request))).isEqualTo("AssumeRole RoleA 1h");
    }

    @Test
    void are_refused_when_the_environment_has_no_keys() {
      Failures.badProfile(
          () -> a("[A]\n" + ROLE_A + "credential_source = Environment\n"),
          "profile 'A' takes its keys from the environment, where AWS_ACCESS_KEY_ID");
    }

    @Test
    void are_refused_when_nobody_knows_them() {
      Failures.badProfile(
          () -> a("[A]\n" + ROLE_A + "credential_source = Moon\n"), "credential_source = Moon");
    }
  }

  @Nested
  class Web_identity {

    private static final String TOKEN = "web_identity_token_file = /var/token.jwt\n";

    @Test
    void is_used_as_it_is() {
      SessionPlan plan = a("[A]\n" + ROLE_A + TOKEN + "role_session_name = alice\n");

      assertThat(plan.base().kind()).isEqualTo("web-identity");
      assertThat(plan.layout()).isEqualTo(Layout.NONE);
      assertThat(plan.steps()).isEmpty();
      assertThat(plan.target()).isNull();
      assertThat(valuesOf(plan, "web_identity_token_file"))
          .containsExactly("/var/token.jwt @ /credentials:3");
    }

    @Test
    void may_be_the_source_of_a_role() {
      SessionPlan plan = a("[A]\n" + ROLE_A + "source_profile = B\n[B]\n" + ROLE_B + TOKEN);

      assertThat(base(plan)).isEqualTo("web-identity B");
      assertThat(steps(plan)).isEqualTo("AssumeRole RoleA 1h");
    }

    @Test
    void without_role_is_refused() {
      Failures.badProfile(() -> a("[A]\n" + TOKEN), "has web_identity_token_file but no role_arn");
    }
  }

  @Nested
  class Single_sign_on {

    private static final String SESSION =
        """
        [sso-session company]
        sso_region = eu-west-1
        sso_start_url = https://company.example/start
        """;

    private static final String PROFILE =
        """
        [profile A]
        sso_session = company
        sso_account_id = 123456789012
        sso_role_name = Admin
        """;

    private static SessionPlan read(String config) {
      return plan(Configuration.of(config, ""), "A");
    }

    @Test
    void is_used_as_it_is() {
      SessionPlan plan = read(PROFILE + SESSION);

      assertThat(base(plan)).isEqualTo("sso A");
      assertThat(plan.steps()).isEmpty();
      assertThat(plan.target()).isNull();
    }

    @Test
    void may_be_in_the_profile_alone() {
      String legacy =
          PROFILE.replace("sso_session = company", "sso_region = eu-west-1")
              + "sso_start_url = https://company.example/start\n";

      assertThat(base(read(legacy))).isEqualTo("sso A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sso_account_id", "sso_role_name"})
    void needs_account_and_role(String missing) {
      Failures.badProfile(
          () -> read(PROFILE.replace(missing, "other") + SESSION), "has no " + missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sso_region", "sso_start_url"})
    void needs_region_and_start_url_in_the_session(String missing) {
      Failures.badProfile(
          () -> read(PROFILE + SESSION.replace(missing, "other")), "has no " + missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sso_region = us-east-1", "sso_start_url = https://other.example"})
    void must_agree_with_its_session(String other) {
      Failures.badProfile(
          () -> read(PROFILE + other + "\n" + SESSION), "than [sso-session company] (/config:5)");
    }

    @Test
    void of_an_unknown_session_is_refused() {
      Failures.badProfile(
          () -> read(PROFILE), "names [sso-session company], which does not exist (/config:2)");
    }

    @Test
    void with_a_session_name_alone_gives_no_credentials() {
      Failures.badProfile(
          () -> read("[profile A]\nsso_session = company\n" + SESSION),
          "profile 'A' has no credentials");
    }
  }

  @Nested
  class Processes {

    @Test
    void come_after_keys_in_the_credentials_file() {
      AwsConfiguration files =
          Configuration.of("[profile A]\ncredential_process = tool\n", "[A]\n" + keys("abc"));

      assertThat(base(plan(files, "A"))).isEqualTo("access-key A abc");
    }

    @Test
    void come_before_keys_in_the_config_file() {
      AwsConfiguration files =
          Configuration.of("[profile A]\ncredential_process = tool\n" + keys("abc"), "");

      SessionPlan plan = plan(files, "A");

      assertThat(base(plan)).isEqualTo("credential-process A");
      assertThat(plan.layout()).isEqualTo(Layout.NONE);
      assertThat(plan.steps()).isEmpty();
    }

    @Test
    void with_a_device_give_the_keys_for_a_session() {
      AwsConfiguration files =
          Configuration.of(
              "[profile A]\ncredential_process = tool\nmfa_serial = GAHT12345678\n", "");

      assertThat(steps(plan(files, "A"))).isEqualTo("GetSessionToken 12h +code");
    }

    @Test
    void may_be_the_source_of_a_role_by_a_session_of_their_user() {
      AwsConfiguration files =
          Configuration.of(
              "[profile A]\n"
                  + ROLE_A
                  + "source_profile = B\nmfa_serial = GAHT12345678\n"
                  + "[profile B]\ncredential_process = tool\n",
              "");

      SessionPlan plan = plan(files, "A");
      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code, AssumeRole RoleA 1h");
      assertThat(steps(plan.ofSessionKeys())).isEqualTo("AssumeRole RoleA 1h +code");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "keyturn credential-process A",
          "/opt/keyturn/bin/keyturn credential-process A",
          "\"/opt/with blank/keyturn\" credential-process A",
          "'C:\\Program Files\\keyturn.exe' credential-process A",
          "keyturn"
        })
    void that_are_keyturn_are_not_asked_for_the_same_profile(String command) {
      AwsConfiguration files =
          Configuration.of(
              "[profile A]\ncredential_process = " + command + "\n",
              "[A-long-term]\n" + keys("abc"));

      SessionPlan plan = plan(files, "A");

      assertThat(base(plan)).isEqualTo("access-key A-long-term abc");
      assertThat(plan.target()).isNull();
      assertThat(warnings(plan)).containsExactly("served-by-process");
    }

    @Test
    void that_are_keyturn_need_keys_elsewhere() {
      Failures.badProfile(
          () -> plan(Configuration.of("[profile A]\ncredential_process = keyturn x A\n", ""), "A"),
          "profile 'A' gets its credentials from Keyturn, and has no others that Keyturn could"
              + " use");
    }

    @Test
    void that_only_look_like_keyturn_are_asked() {
      AwsConfiguration files =
          Configuration.of("[profile A]\ncredential_process = keyturn2 A\n", "");

      assertThat(base(plan(files, "A"))).isEqualTo("credential-process A");
    }
  }

  @Nested
  class Stored_sessions {

    @Test
    void of_other_tools_can_assume_a_role() {
      SessionPlan plan = a("[A]\n" + ROLE_A + "source_profile = B\n[B]\n" + SESSION_KEYS);

      assertThat(plan.base()).isInstanceOf(SessionPlan.Base.StoredSession.class);
      assertThat(steps(plan)).isEqualTo("AssumeRole RoleA 1h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws_session_token", "aws_security_token"})
    void are_used_by_a_profile_that_has_nothing_else(String token) {
      SessionPlan plan = a("[A]\n" + SESSION_KEYS.replace("aws_session_token", token));

      assertThat(plan.base()).isInstanceOf(SessionPlan.Base.StoredSession.class);
      assertThat(plan.steps()).isEmpty();
      assertThat(plan.target()).isEqualTo(new SessionPlan.Target("A", false, Map.of()));
      assertThat(warnings(plan)).containsExactly("session-keys-only");
    }

    @Test
    void in_the_profile_that_keyturn_makes_belong_to_the_profile_they_were_made_for() {
      SessionPlan plan =
          plan(Configuration.of("", "[A]\n" + KEYS + "[A-mfa]\n" + SESSION_KEYS), "A-mfa");

      assertThat(plan.profile()).isEqualTo("A");
      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code");
    }

    @Test
    void under_a_name_that_only_ends_like_that_are_a_profile_of_their_own() {
      SessionPlan plan = plan(Configuration.of("", "[A-mfa]\n" + SESSION_KEYS), "A-mfa");

      assertThat(plan.profile()).isEqualTo("A-mfa");
    }
  }

  @Nested
  class Environment {

    @Test
    void keys_take_precedence_over_the_profile_in_aws_tools_and_that_is_reported() {
      AwsConfiguration files = Configuration.of("", "[A]\n" + KEYS);

      SessionPlan plan = plan(files, withEnvironmentKeys("A").build());

      assertThat(base(plan)).isEqualTo("access-key A AKIAIOSFODNN7EXAMPLE");
      assertThat(plan.warnings())
          .singleElement()
          .satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("environment-keys-win");
            assertThat(warning.message())
                .endsWith("unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN");
          });
    }

    @Test
    void keys_that_keyturn_set_for_this_profile_are_not_reported() {
      AwsConfiguration files = Configuration.of("", "[A]\n" + KEYS);
      PlanRequest request =
          withEnvironmentKeys("A")
              .with("KEYTURN_PROFILE", "A")
              .with("KEYTURN_SET", "AWS_ACCESS_KEY_ID=" + ENVIRONMENT_ID)
              .build();

      assertThat(plan(files, request).warnings()).isEmpty();
    }

    @Test
    void keys_are_used_for_a_profile_that_has_none() {
      AwsConfiguration files = Configuration.of("[profile A]\nregion = eu-west-1\n", "");

      SessionPlan plan = plan(files, withEnvironmentKeys("A").build());

      assertThat(plan.base().kind()).isEqualTo("environment");
      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code");
      assertThat(valuesOf(plan, "aws_access_key_id"))
          .containsExactly(ENVIRONMENT_ID + " @ AWS_ACCESS_KEY_ID");
      assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void keys_without_their_secret_are_refused() {
      PlanRequest request =
          Requests.to("default").implicit().with("AWS_ACCESS_KEY_ID", ENVIRONMENT_ID).build();

      Failures.badProfile(
          () -> plan(Configuration.of("", ""), request), "AWS_SECRET_ACCESS_KEY is not set");
    }

    @Test
    void keys_do_not_make_up_for_a_profile_that_aws_profile_names_and_that_does_not_exist() {
      assertThat(
              Failures.of(() ->
                  plan(Configuration.of("", ""), withEnvironmentKeys("nobody").implicit().build())))
          .isInstanceOf(ProfileFailure.NoProfiles.class);
    }

    @Test
    void keys_are_enough_without_any_file() {
      SessionPlan plan =
          plan(Configuration.of("", ""), withEnvironmentKeys("default").implicit().build());

      assertThat(plan.base().kind()).isEqualTo("environment");
      assertThat(plan.longTermKeyId()).contains(ENVIRONMENT_ID);
    }

    @Test
    void keys_do_not_make_up_for_a_profile_that_does_not_exist() {
      assertThat(
              Failures.of(
                  () -> plan(Configuration.of("", ""), withEnvironmentKeys("nobody").build())))
          .isInstanceOf(ProfileFailure.NoProfiles.class);
    }

    @Test
    void a_session_is_not_used_to_make_another() {
      PlanRequest request =
          withEnvironmentKeys("default").with("AWS_SESSION_TOKEN", "token").implicit().build();

      SessionPlan plan = plan(Configuration.of("", ""), request);

      assertThat(plan.steps()).isEmpty();
      assertThat(plan.longTermKeyId()).isEmpty();
    }
  }

  @Nested
  class Unknown_profiles {

    @Test
    void are_refused_with_the_nearest_name() {
      AwsConfiguration files = Configuration.of("[profile production]\n", "[dev]\n" + KEYS);

      assertThat(Failures.of(() -> plan(files, "prodction")))
          .isEqualTo(
              new ProfileFailure.Unknown("prodction", "/config and /credentials", "production"));
    }

    @Test
    void are_compared_with_the_profiles_of_suffix_sections_too() {
      AwsConfiguration files = Configuration.of("", "[account1-long-term]\n" + KEYS);

      assertThat(Failures.of(() -> plan(files, "acount1")))
          .isEqualTo(new ProfileFailure.Unknown("acount1", "/config and /credentials", "account1"));
    }

    @ParameterizedTest
    @CsvSource({
      "[dev],is not a profile: its header must begin with the word profile",
      "[profile \"dev\"],is not read by AWS SDKs because of the quotes",
      "[Profile dev],is not read by AWS tools",
      "[profil dev],is not read by AWS tools",
      "[profile DEV!],",
    })
    void of_which_the_config_file_has_a_header_that_is_misread_get_the_right_one(
        String header, String why) {
      AwsConfiguration files = Configuration.of("# c\n" + header + "\na = b\n", "[x]\n");
      if (why == null) {
        assertThat(Failures.of(() -> plan(files, "dev")))
            .isInstanceOf(ProfileFailure.Unknown.class);
      } else {
        assertThat(Failures.of(() -> plan(files, "dev")))
            .isEqualTo(
                new ProfileFailure.Misnamed(
                    "dev", header, "/config:2", why, "write line 2 of /config as [profile dev]"));
      }
    }

    @Test
    void of_which_the_credentials_file_has_a_header_with_a_prefix_get_the_right_one() {
      AwsConfiguration files = Configuration.of("", "[profile dev]\n" + KEYS);

      assertThat(Failures.of(() -> plan(files, "dev")).hint())
          .isEqualTo("write line 1 of /credentials as [dev]");
    }

    @Test
    void whose_header_is_part_of_a_value_get_its_line() {
      AwsConfiguration files = Configuration.of("[default]\na = b\n  [profile dev]\n", "");

      assertThat(Failures.of(() -> plan(files, "dev")).message())
          .isEqualTo(
              "there is no profile 'dev': [profile dev] at /config:3 is indented, and so part of"
                  + " the value above");
    }

    @Test
    void whose_name_only_the_AWS_CLI_reads_have_to_be_renamed() {
      AwsConfiguration files = Configuration.of("[profile \"my dev\"]\n", "[x]\n");

      assertThat(Failures.of(() -> plan(files, "my dev")).hint())
          .startsWith("rename the profile: use letters, digits and");
    }

    @Test
    void include_a_missing_default() {
      assertThat(
              Failures.of(
                  () -> plan(Configuration.of("", ""), Requests.to("default").implicit().build())))
          .isInstanceOf(ProfileFailure.NoProfiles.class);
    }

    @Test
    void do_not_include_an_empty_one() {
      Failures.badProfile(
          () -> plan(Configuration.of("[profile dev]\n", ""), "dev"),
          "profile 'dev' has no credentials");
    }
  }

  @Nested
  class A_sign_in_of_the_aws_cli {

    private static final String LOGIN =
        "[profile A]\nlogin_session = arn:aws:iam::123456789012:user/alice\nregion = eu-west-1\n";

    @Test
    void is_used_as_it_is() {
      SessionPlan plan = plan(Configuration.of(LOGIN, ""), "A");

      assertThat(base(plan)).isEqualTo("login A");
      assertThat(steps(plan)).isEmpty();
      assertThat(plan.needsCode()).isFalse();
    }

    @Test
    void is_older_than_a_process_as_in_botocore() {
      assertThat(base(plan(Configuration.of(LOGIN + "credential_process = give\n", ""), "A")))
          .isEqualTo("login A");
    }
  }
}
