package dev.keyturn.domain.session.use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.Plans;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.SessionHome;
import dev.keyturn.domain.session.use.TargetSections.Removal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sessions go where each layout's own tool would write them, and come out again without a trace.
 */
class TargetSectionsTest {

  private static final String LAYOUT_A =
      "[work-default]\n" + Plans.KEYS + "\n[work]\n# mine\naws_arn_mfa = " + SessionHome.DEVICE;
  private static final String LAYOUT_B =
      "[work-long-term]\n" + Plans.KEYS + "aws_mfa_device = " + SessionHome.DEVICE + "\n";
  private static final String PLAIN = "[user]\n" + Plans.KEYS;

  @TempDir private Path folder = Path.of("");

  private SessionHome home(String config, String credentials) {
    return new SessionHome(folder, config, credentials);
  }

  @Test
  void layout_a_gets_three_keys_beside_its_device() {
    SessionHome home = home("", LAYOUT_A + "\n");
    home.logIn(home.plan("work"), "ASIAONE");
    assertThat(home.text("credentials"))
        .isEqualTo(
            LAYOUT_A
                + "\naws_access_key_id = ASIAONE\naws_secret_access_key = session/secret\n"
                + "aws_session_token = session/token\n");
  }

  @Test
  void layout_b_gets_what_aws_mfa_writes() {
    SessionHome home = home("", LAYOUT_B);
    home.logIn(home.plan("work"), "ASIAONE");
    assertThat(home.text("credentials"))
        .isEqualTo(
            LAYOUT_B
                + """
                [work]
                aws_access_key_id = ASIAONE
                aws_secret_access_key = session/secret
                aws_session_token = session/token
                aws_security_token = session/token
                assumed_role = False
                expiration = 2026-11-22 00:00:00
                """);
  }

  @Test
  void aws_mfa_finds_the_role_of_a_role_session_alone() {
    String admin = "arn:aws:iam::123456789012:role/admin";
    SessionHome home = home("", LAYOUT_B);
    SessionPlan plan = home.plan("work");
    home.put(plan, home.session("ASIAROLE", admin));
    assertThat(home.text("credentials"))
        .contains("assumed_role = True\n", "assumed_role_arn = " + admin + "\n");
    home.put(plan, home.session("ASIAUSER", null));
    assertThat(home.text("credentials"))
        .contains("assumed_role = False\n")
        .doesNotContain("assumed_role_arn");
  }

  @Test
  void a_profile_made_beside_another_has_its_region() {
    String config = "[profile user]\nregion = eu-west-1\noutput = json\n";
    SessionHome home = home(config, PLAIN);
    home.logIn(home.plan("user"), "ASIAONE");
    assertThat(home.text("config"))
        .isEqualTo(config + "[profile user-mfa]\nregion = eu-west-1\noutput = json\n");
  }

  @Test
  void what_was_written_can_be_taken_out_to_the_last_byte() {
    String config = "[profile user]\nregion = eu-west-1\n";
    SessionHome home = home(config, PLAIN);
    home.logIn(home.plan("user"), "ASIAONE");
    assertThat(home.targets.remove("user-mfa")).isEqualTo(Removal.TAKEN_OUT);
    assertThat(home.text("credentials")).isEqualTo(PLAIN);
    assertThat(home.text("config")).isEqualTo(config);
  }

  @Test
  void a_profile_that_the_user_wrote_stays_when_its_session_goes() {
    String config = "[profile user]\nregion = eu-west-1\n[profile user-mfa]\nregion = eu-west-1\n";
    SessionHome home = home(config, PLAIN);
    home.logIn(home.plan("user"), "ASIAONE");
    assertThat(home.targets.remove("user-mfa")).isEqualTo(Removal.TAKEN_OUT);
    assertThat(home.text("config")).isEqualTo(config);
  }

  @Test
  void what_another_program_wrote_in_the_meantime_stays() {
    SessionHome home = home("", PLAIN);
    home.logIn(home.plan("user"), "ASIAONE");
    String others = home.text("credentials").replace("ASIAONE", "ASIATWO");
    home.write("credentials", others);
    assertThat(home.targets.remove("user-mfa")).isEqualTo(Removal.OF_ANOTHER_PROGRAM);
    assertThat(home.text("credentials")).isEqualTo(others);
  }

  @Test
  void long_term_keys_that_came_in_the_meantime_are_not_overwritten() {
    SessionHome home = home("", PLAIN);
    SessionPlan plan = home.plan("user");
    SessionPlan.Target target = Objects.requireNonNull(plan.target());
    home.write("credentials", PLAIN + "[user-mfa]\n" + Plans.KEYS);
    TargetSections.Entry entry =
        new TargetSections.Entry(plan, target, home.session("ASIAONE", null));
    Map<TargetSections.Entry, Failure> refused = home.targets.write(List.of(entry)).refused();
    assertThat(refused.get(entry)).isInstanceOf(ProfileFailure.ForbiddenTarget.class);
    assertThat(home.text("credentials")).doesNotContain("ASIAONE");
  }
}
