package dev.keyturn.domain.profile;

import static dev.keyturn.domain.profile.Plans.KEYS;
import static dev.keyturn.domain.profile.Plans.SESSION_KEYS;
import static dev.keyturn.domain.profile.Plans.plan;
import static dev.keyturn.domain.profile.Plans.steps;
import static dev.keyturn.domain.profile.Plans.valuesOf;
import static dev.keyturn.domain.profile.Plans.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Warning;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The five ways of working, each as its published guide sets up the files. */
class LayoutsTest {

  private static final String ALICE = "arn:aws:iam::123456789012:mfa/alice";
  private static final Target NONE_DERIVED = new Target("account1", false, Map.of());

  @Nested
  class Default_suffix {

    private static final String FILE =
        """
        [account1-default]
        %s
        [account1]
        aws_arn_mfa = %s
        """
            .formatted(KEYS, ALICE);

    @Test
    void takes_keys_from_the_default_section_and_the_device_from_the_profile() {
      SessionPlan plan = plan(Configuration.of("", FILE), "account1");

      assertThat(plan.layout()).isEqualTo(Layout.DEFAULT_SUFFIX);
      assertThat(plan.base())
          .isInstanceOfSatisfying(
              Base.Keys.class,
              keys -> {
                assertThat(keys.profile()).isEqualTo("account1-default");
                assertThat(keys.key().id()).isEqualTo("AKIAIOSFODNN7EXAMPLE");
              });
      assertThat(plan.device()).isEqualTo(new MfaDevice(ALICE));
      assertThat(valuesOf(plan, "aws_arn_mfa")).containsExactly(ALICE + " @ /credentials:6");
    }

    @Test
    void writes_the_session_to_the_profile() {
      SessionPlan plan = plan(Configuration.of("", FILE), "account1");

      assertThat(plan.target()).isEqualTo(NONE_DERIVED);
      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code");
      assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void needs_neither_device_nor_profile_section_before_the_first_login() {
      SessionPlan plan = plan(Configuration.of("", "[account1-default]\n" + KEYS), "account1");

      assertThat(plan.layout()).isEqualTo(Layout.DEFAULT_SUFFIX);
      assertThat(plan.device()).isNull();
      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code");
    }

    @Test
    void is_found_again_after_the_session_was_written() {
      String after = FILE + SESSION_KEYS;

      assertThat(plan(Configuration.of("", after), "account1").layout())
          .isEqualTo(Layout.DEFAULT_SUFFIX);
    }

    @Test
    void accepts_a_device_beside_the_long_term_keys() {
      String file = "[account1-default]\n" + KEYS + "aws_arn_mfa_device = " + ALICE + "\n";

      assertThat(plan(Configuration.of("", file), "account1").device())
          .isEqualTo(new MfaDevice(ALICE));
    }

    @Test
    void named_by_its_long_term_section_it_is_the_profile_that_is_meant() {
      SessionPlan plan = plan(Configuration.of("", FILE), "account1-default");

      assertThat(plan.profile()).isEqualTo("account1");
      assertThat(plan.target()).isEqualTo(NONE_DERIVED);
      assertThat(warnings(plan)).containsExactly("long-term-section");
    }

    @Test
    void a_name_that_only_ends_in_default_is_a_plain_profile() {
      SessionPlan plan = plan(Configuration.of("", "[my-default]\n" + KEYS), "my-default");

      assertThat(plan.layout()).isEqualTo(Layout.PLAIN);
      assertThat(plan.warnings()).isEmpty();
    }
  }

  @Nested
  class Long_term_suffix {

    private static final String FILE =
        "[default-long-term]\n" + KEYS + "aws_mfa_device = " + ALICE + "\n";

    @Test
    void takes_keys_and_device_from_the_long_term_section() {
      SessionPlan plan = plan(Configuration.of("", FILE), "default");

      assertThat(plan.layout()).isEqualTo(Layout.LONG_TERM_SUFFIX);
      assertThat(plan.base())
          .isInstanceOfSatisfying(
              Base.Keys.class, keys -> assertThat(keys.profile()).isEqualTo("default-long-term"));
      assertThat(plan.device()).isEqualTo(new MfaDevice(ALICE));
      assertThat(plan.target()).isEqualTo(new Target("default", false, Map.of()));
      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code");
    }

    @Test
    void is_found_for_the_implicit_default_profile() {
      PlanRequest request = Requests.to("default").implicit().build();

      assertThat(plan(Configuration.of("", FILE), request).layout())
          .isEqualTo(Layout.LONG_TERM_SUFFIX);
    }

    @Test
    void named_by_its_long_term_section_it_is_the_profile_that_is_meant() {
      SessionPlan plan = plan(Configuration.of("", FILE), "default-long-term");

      assertThat(plan.profile()).isEqualTo("default");
      assertThat(warnings(plan)).containsExactly("long-term-section");
    }

    @Test
    void takes_other_suffixes_with_or_without_their_hyphen() {
      AwsConfiguration files = Configuration.of("", "[dev-lt]\n" + KEYS);

      SessionPlan plan = plan(files, Requests.to("dev").suffixes("lt", "-st").build());

      assertThat(plan.layout()).isEqualTo(Layout.LONG_TERM_SUFFIX);
      assertThat(plan.target()).isEqualTo(new Target("dev-st", false, Map.of()));
    }

    @Test
    void none_in_any_case_means_no_suffix() {
      AwsConfiguration files = Configuration.of("", "[dev]\n" + KEYS);

      SessionPlan plan = plan(files, Requests.to("dev").suffixes("None", "mfa").build());

      assertThat(plan.layout()).isEqualTo(Layout.LONG_TERM_SUFFIX);
      assertThat(plan.target()).isEqualTo(new Target("dev-mfa", false, Map.of()));
      assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void equal_suffixes_are_refused() {
      AwsConfiguration files = Configuration.of("", "[dev]\n" + KEYS);

      Failures.usage(
          () -> plan(files, Requests.to("dev").suffixes("none", "none").build()),
          "--long-term-suffix and --short-term-suffix are the same");
    }

    @Test
    void assumes_the_role_of_its_long_term_section_with_the_code_as_aws_mfa_does() {
      String role = "assume_role = arn:aws:iam::123456789012:role/admin\n";

      SessionPlan plan = plan(Configuration.of("", FILE + role), "default");

      assertThat(plan.layout()).isEqualTo(Layout.LONG_TERM_SUFFIX);
      assertThat(steps(plan)).isEqualTo("AssumeRole admin 1h +code");
      assertThat(plan.target()).isEqualTo(new Target("default", false, Map.of()));
    }

    @Test
    void a_role_given_by_option_takes_the_place_of_the_one_in_the_section() {
      String role = "assume_role = arn:aws:iam::123456789012:role/admin\n";
      PlanRequest request =
          Requests.to("default").role("arn:aws:iam::123456789012:role/readonly").build();

      assertThat(steps(plan(Configuration.of("", FILE + role), request)))
          .isEqualTo("GetSessionToken 12h +code, AssumeRole readonly 1h");
    }
  }

  @Nested
  class Source_profile {

    private static final String CONFIG =
        """
        [my-mfa-profile]
        mfa_serial = %s
        [profile my-profile]
        source_profile = my-mfa-profile
        user_arn = arn:aws:iam::123456789012:user/alice
        region = eu-west-1
        """
            .formatted(ALICE);

    private static final String CREDENTIALS = "[my-mfa-profile]\n" + KEYS;

    @Test
    void takes_keys_from_the_source_and_the_device_from_its_section_without_prefix() {
      SessionPlan plan = plan(Configuration.of(CONFIG, CREDENTIALS), "my-profile");

      assertThat(plan.layout()).isEqualTo(Layout.SOURCE_PROFILE);
      assertThat(plan.base())
          .isInstanceOfSatisfying(
              Base.Keys.class, keys -> assertThat(keys.profile()).isEqualTo("my-mfa-profile"));
      assertThat(plan.device()).isEqualTo(new MfaDevice(ALICE));
      assertThat(valuesOf(plan, "mfa_serial")).containsExactly(ALICE + " @ /config:2");
      assertThat(plan.userArn()).isEqualTo("arn:aws:iam::123456789012:user/alice");
      assertThat(plan.region()).isEqualTo("eu-west-1");
      assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void writes_the_session_to_the_profile() {
      SessionPlan plan = plan(Configuration.of(CONFIG, CREDENTIALS), "my-profile");

      assertThat(plan.target()).isEqualTo(new Target("my-profile", false, Map.of()));
      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code");
    }

    @Test
    void is_found_again_after_the_session_was_written() {
      String after = CREDENTIALS + "[my-profile]\n" + SESSION_KEYS;

      SessionPlan plan = plan(Configuration.of(CONFIG, after), "my-profile");

      assertThat(plan.layout()).isEqualTo(Layout.SOURCE_PROFILE);
      assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void accepts_the_device_in_a_section_with_prefix_and_in_the_profile_itself() {
      String prefixed = CONFIG.replace("[my-mfa-profile]", "[profile my-mfa-profile]");
      String own =
          """
          [profile my-profile]
          source_profile = my-mfa-profile
          mfa_serial = %s
          """
              .formatted(ALICE);

      assertThat(plan(Configuration.of(prefixed, CREDENTIALS), "my-profile").device())
          .isEqualTo(new MfaDevice(ALICE));
      assertThat(plan(Configuration.of(own, CREDENTIALS), "my-profile").device())
          .isEqualTo(new MfaDevice(ALICE));
    }

    @Test
    void its_source_may_be_the_target_of_another_layout() {
      String config = "[profile work]\nsource_profile = dev\n";
      String credentials =
          "[dev-long-term]\n" + KEYS + "aws_mfa_device = " + ALICE + "\n[dev]\n" + SESSION_KEYS;

      SessionPlan plan = plan(Configuration.of(config, credentials), "work");

      assertThat(plan.layout()).isEqualTo(Layout.SOURCE_PROFILE);
      assertThat(plan.base())
          .isInstanceOfSatisfying(
              Base.Keys.class, keys -> assertThat(keys.profile()).isEqualTo("dev-long-term"));
      assertThat(plan.target()).isEqualTo(new Target("work", false, Map.of()));
    }
  }

  @Nested
  class Role {

    private static final String CONFIG =
        """
        [profile admin]
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = iamuser
        mfa_serial = %s
        duration_seconds = 3600
        role_session_name = alice
        external_id = example
        region = eu-central-1
        output = json
        """
            .formatted(ALICE);

    private static final String CREDENTIALS = "[iamuser]\n" + KEYS;

    @Test
    void takes_one_session_with_the_code_and_the_role_from_it() {
      SessionPlan plan = plan(Configuration.of(CONFIG, CREDENTIALS), "admin");

      assertThat(plan.layout()).isEqualTo(Layout.ROLE);
      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code, AssumeRole admin 1h");
      assertThat(plan.device()).isEqualTo(new MfaDevice(ALICE));
    }

    @Test
    void passes_on_session_name_and_external_id() {
      SessionPlan plan = plan(Configuration.of(CONFIG, CREDENTIALS), "admin");

      assertThat(plan.steps().get(1))
          .isInstanceOfSatisfying(
              SessionPlan.Step.AssumeRole.class,
              role -> {
                assertThat(role.parameters().sessionName()).isEqualTo("alice");
                assertThat(role.parameters().externalId()).isEqualTo("example");
                assertThat(role.profile()).isEqualTo("admin");
              });
    }

    @Test
    void gets_a_ready_profile_with_its_region_and_output() {
      assertThat(plan(Configuration.of(CONFIG, CREDENTIALS), "admin").target())
          .isEqualTo(
              new Target("admin-mfa", true, Map.of("region", "eu-central-1", "output", "json")));
    }

    @Test
    void may_be_in_the_credentials_file() {
      String role = CONFIG.replace("[profile admin]", "[admin]");

      SessionPlan plan = plan(Configuration.of("", CREDENTIALS + role), "admin");

      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code, AssumeRole admin 1h");
    }

    @Test
    void over_an_hour_is_assumed_with_the_code_itself() {
      String config = CONFIG.replace("3600", "43200");

      assertThat(steps(plan(Configuration.of(config, CREDENTIALS), "admin")))
          .isEqualTo("AssumeRole admin 12h +code");
    }

    @Test
    void on_the_target_of_another_layout_uses_its_long_term_keys_and_device() {
      String config =
          """
          [profile admin]
          role_arn = arn:aws:iam::123456789012:role/admin
          source_profile = dev
          """;
      String credentials =
          "[dev-long-term]\n" + KEYS + "aws_mfa_device = " + ALICE + "\n[dev]\n" + SESSION_KEYS;

      SessionPlan plan = plan(Configuration.of(config, credentials), "admin");

      assertThat(plan.base())
          .isInstanceOfSatisfying(
              Base.Keys.class, keys -> assertThat(keys.profile()).isEqualTo("dev-long-term"));
      assertThat(plan.device()).isEqualTo(new MfaDevice(ALICE));
      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code, AssumeRole admin 1h");
    }

    @Test
    void accepts_the_device_in_the_source_profile() {
      String config =
          """
          [profile admin]
          role_arn = arn:aws:iam::123456789012:role/admin
          source_profile = iamuser
          [profile iamuser]
          mfa_serial = %s
          """
              .formatted(ALICE);

      assertThat(steps(plan(Configuration.of(config, CREDENTIALS), "admin")))
          .isEqualTo("GetSessionToken 12h +code, AssumeRole admin 1h");
    }

    @Test
    void without_a_device_anywhere_is_assumed_without_a_code() {
      String config =
          """
          [profile admin]
          role_arn = arn:aws:iam::123456789012:role/admin
          source_profile = iamuser
          """;

      assertThat(steps(plan(Configuration.of(config, CREDENTIALS), "admin")))
          .isEqualTo("AssumeRole admin 1h");
    }
  }

  @Nested
  class Plain {

    @Test
    void takes_its_own_keys_and_leaves_the_device_to_be_looked_up() {
      SessionPlan plan = plan(Configuration.of("", "[smce-veda]\n" + KEYS), "smce-veda");

      assertThat(plan.layout()).isEqualTo(Layout.PLAIN);
      assertThat(plan.device()).isNull();
      assertThat(steps(plan)).isEqualTo("GetSessionToken 12h +code");
    }

    @Test
    void takes_region_and_output_from_a_section_without_prefix_and_says_that_others_do_not() {
      String config = "[smce-veda]\nregion = us-west-2\noutput = json\n";

      SessionPlan plan = plan(Configuration.of(config, "[smce-veda]\n" + KEYS), "smce-veda");

      assertThat(plan.region()).isEqualTo("us-west-2");
      assertThat(plan.target())
          .isEqualTo(
              new Target("smce-veda-mfa", true, Map.of("region", "us-west-2", "output", "json")));
      assertThat(plan.warnings())
          .extracting(Warning::code, Warning::message)
          .containsExactly(
              tuple(
                  "unprefixed-section",
                  "AWS tools ignore [smce-veda] in the config file: they look for [profile"
                      + " smce-veda]"));
    }

    @Test
    void takes_mfa_serial_of_the_profile() {
      String config = "[profile dev]\nmfa_serial = GAHT12345678\n";

      assertThat(plan(Configuration.of(config, "[dev]\n" + KEYS), "dev").device())
          .isEqualTo(new MfaDevice("GAHT12345678"));
    }

    @Test
    void does_not_inherit_the_device_of_default() {
      String config = "[default]\nmfa_serial = " + ALICE + "\n";

      assertThat(plan(Configuration.of(config, "[dev]\n" + KEYS), "dev").device()).isNull();
    }
  }

  @Nested
  class Several_at_once {

    @Test
    void role_comes_first_and_the_tie_is_reported() {
      String config =
          """
          [profile x]
          role_arn = arn:aws:iam::123456789012:role/admin
          source_profile = user
          """;
      String credentials = "[user]\n" + KEYS + "[x-long-term]\n" + KEYS;

      SessionPlan plan = plan(Configuration.of(config, credentials), "x");

      assertThat(plan.layout()).isEqualTo(Layout.ROLE);
      assertThat(plan.warnings())
          .extracting(Warning::code, Warning::message)
          .containsExactly(
              tuple(
                  "several-layouts",
                  "profile 'x' matches several layouts (role, long-term-suffix); using role"));
    }

    @Test
    void source_profile_comes_before_the_suffixes() {
      String credentials = "[user]\n" + KEYS + "[x-long-term]\n" + KEYS + "[x-default]\n" + KEYS;

      SessionPlan plan =
          plan(Configuration.of("[profile x]\nsource_profile = user\n", credentials), "x");

      assertThat(plan.layout()).isEqualTo(Layout.SOURCE_PROFILE);
      assertThat(warnings(plan)).containsExactly("several-layouts");
    }

    @Test
    void long_term_comes_before_default_suffix() {
      String credentials = "[x-default]\n" + KEYS + "[x-long-term]\n" + KEYS;

      SessionPlan plan = plan(Configuration.of("", credentials), "x");

      assertThat(plan.layout()).isEqualTo(Layout.LONG_TERM_SUFFIX);
      assertThat(warnings(plan)).containsExactly("several-layouts");
    }

    @Test
    void a_suffix_layout_never_replaces_long_term_keys_in_the_profile() {
      String credentials = "[x-default]\n" + KEYS + "[x]\n" + KEYS;

      Failures.forbidden(
          () -> plan(Configuration.of("", credentials), "x"), "[x] contains long-term keys");
    }
  }
}
