package dev.keyturn.domain.profile;

import static dev.keyturn.domain.profile.Plans.KEYS;
import static dev.keyturn.domain.profile.Plans.plan;
import static dev.keyturn.domain.profile.Plans.steps;
import static dev.keyturn.domain.profile.Plans.valuesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.code.CodeOrigin;
import dev.keyturn.domain.profile.code.CodeSettings;
import dev.keyturn.domain.profile.plan.SessionPlan;
import org.junit.jupiter.api.Test;

/** Who says which device: option, file, variable. */
class DevicesOfPlansTest {

  private static final String USER = "[user]\n" + KEYS;
  private static final String ROLE =
      "[admin]\nrole_arn = arn:aws:iam::123456789012:role/admin\nsource_profile = user\n";

  private static SessionPlan read(String credentials, Requests request) {
    return plan(Configuration.of("", credentials), request.build());
  }

  @Test
  void an_option_comes_before_every_file() {
    SessionPlan plan =
        read(USER + "mfa_serial = GAHT00000001\n", Requests.to("user").device("GAHT00000002"));

    assertThat(plan.device()).isEqualTo(new MfaDevice("GAHT00000002"));
    assertThat(valuesOf(plan, "mfa_serial")).containsExactly("GAHT00000002 @ --device");
  }

  @Test
  void a_variable_fills_in_what_the_files_leave_out() {
    Requests request = Requests.to("user").with("AWS_MFA_SERIAL", "GAHT00000003");

    assertThat(read(USER, request).device()).isEqualTo(new MfaDevice("GAHT00000003"));
    assertThat(read(USER + "mfa_serial = GAHT00000001\n", request).device())
        .isEqualTo(new MfaDevice("GAHT00000001"));
  }

  @Test
  void a_device_by_option_or_variable_makes_a_role_take_a_code() {
    String calls = "GetSessionToken 12h +code, AssumeRole admin 1h";

    assertThat(steps(read(USER + ROLE, Requests.to("admin").device("GAHT00000002"))))
        .isEqualTo(calls);
    assertThat(
            steps(read(USER + ROLE, Requests.to("admin").with("AWS_MFA_SERIAL", "GAHT00000003"))))
        .isEqualTo(calls);
  }

  @Test
  void a_variable_does_not_make_a_session_of_somebody_elses_credentials_take_a_code() {
    String role =
        "[admin]\nrole_arn = arn:aws:iam::1:role/admin\ncredential_source = EcsContainer\n";
    Requests request = Requests.to("admin").with("AWS_MFA_SERIAL", "GAHT00000003");

    assertThat(steps(read(role, request))).isEqualTo("AssumeRole admin 1h");
  }

  @Test
  void a_role_asks_its_own_device_before_that_of_its_source() {
    String files = USER + "mfa_serial = GAHT00000001\n" + ROLE + "mfa_serial = GAHT00000002\n";

    assertThat(read(files, Requests.to("admin")).device()).hasToString("GAHT00000002");
  }

  /** aws-vault does; no AWS tool. */
  @Test
  void nothing_is_inherited_from_the_default_profile_or_an_included_one() {
    String config =
        """
        [default]
        region = eu-west-1
        mfa_serial = GAHT00000001
        [profile user]
        include_profile = default
        parent_profile = default
        """;
    SessionPlan plan = plan(Configuration.of(config, USER), Requests.to("user").build());

    assertThat(plan.device()).isNull();
    assertThat(plan.region()).isEqualTo("us-east-1");
  }

  @Test
  void a_plan_names_the_command_that_gives_codes() {
    String files = USER + "mfa_process = oathtool --totp x\n" + ROLE;

    assertThat(read(files, Requests.to("admin")).codes().process()).isEqualTo("oathtool --totp x");
  }

  @Test
  void a_role_takes_the_origins_of_codes_from_its_source() {
    String files = USER + "keyturn_mfa_prompt = gui\nkeyturn_mfa_digits = show\n" + ROLE;

    CodeSettings codes = read(files, Requests.to("admin")).codes();
    assertThat(codes.origins()).containsExactly(CodeOrigin.GUI);
    assertThat(codes.showsDigits()).isTrue();
  }

  @Test
  void a_variable_takes_precedence_over_the_profile() {
    Requests request = Requests.to("user").with("KEYTURN_MFA_PROMPT", "terminal");

    assertThat(read(USER + "keyturn_mfa_prompt = gui\n", request).codes().origins())
        .containsExactly(CodeOrigin.TERMINAL);
  }

  @Test
  void a_setting_that_cannot_be_read_names_its_line() {
    assertThatThrownBy(() -> read(USER + "keyturn_mfa_prompt = tty\n", Requests.to("user")))
        .hasMessageContaining("keyturn_mfa_prompt in /credentials:")
        .hasMessageContaining("'tty' is not a source of MFA codes");
    assertThatThrownBy(() -> read(USER + "keyturn_mfa_digits = yes\n", Requests.to("user")))
        .hasMessageContaining("'yes' is neither show nor hide");
  }

  @Test
  void another_device_takes_no_codes_from_what_is_set_up_for_the_profiles_own() {
    String files =
        USER
            + "mfa_serial = arn:aws:iam::123456789012:mfa/alice\n"
            + "keyturn_mfa_seed = keychain\nkeyturn_mfa_ykman = AWS:alice\n";

    CodeSettings own = read(files, Requests.to("user").device("alice")).codes();
    CodeSettings other = read(files, Requests.to("user").device("GAHT00000002")).codes();

    assertThat(own.origins()).contains(CodeOrigin.SEED, CodeOrigin.YKMAN);
    assertThat(other.origins()).containsExactly(CodeOrigin.TERMINAL, CodeOrigin.GUI);
  }

  @Test
  void the_aws_files_keep_no_seed() {
    String files = USER + "keyturn_mfa_seed = aws-files\n" + ROLE;

    assertThatThrownBy(() -> read(files, Requests.to("admin")))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.failure()).isInstanceOf(ProfileFailure.Bad.class);
              assertThat(e.failure().hint())
                  .isEqualTo("keyturn config set profile.user.keyturn_mfa_seed keychain");
            })
        .hasMessageContaining("keyturn_mfa_seed in /credentials:");
  }

  @Test
  void secrets_are_masked_and_key_ids_are_not() {
    SessionPlan plan = read(USER, Requests.to("user"));

    assertThat(valuesOf(plan, "aws_access_key_id"))
        .containsExactly("AKIAIOSFODNN7EXAMPLE @ /credentials:2");
    assertThat(valuesOf(plan, "aws_secret_access_key")).containsExactly("**** @ /credentials:3");
    assertThat(plan.toString()).doesNotContain("wJalrXUtnFEMI");
  }
}
