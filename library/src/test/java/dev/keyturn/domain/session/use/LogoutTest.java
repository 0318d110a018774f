package dev.keyturn.domain.session.use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.profile.Plans;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.SessionHome;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.session.use.TargetSections.Removal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A logout ends what Keyturn has, and knows what it leaves. */
class LogoutTest {

  private static final String CONFIG =
      """
      [profile one]
      source_profile = user
      mfa_serial = arn:aws:iam::123456789012:mfa/alice

      [profile two]
      source_profile = user
      mfa_serial = arn:aws:iam::123456789012:mfa/alice
      """;
  private static final String CREDENTIALS = "[user]\n" + Plans.KEYS;

  private final SessionHome home;

  LogoutTest(@TempDir Path folder) {
    home = new SessionHome(folder, CONFIG, CREDENTIALS);
  }

  private List<Logout.Result> logout(String... profiles) {
    return home.profiles()
        .logout(List.of(profiles).stream().map(home::profile).toList(), List.of());
  }

  @Test
  void the_session_is_forgotten_and_its_keys_are_gone() {
    home.logIn(home.plan("one"), "ASIAONE");
    Logout.Result result = logout("one").get(0);
    assertThat(result.kept()).isTrue();
    assertThat(result.section()).isEqualTo(Removal.TAKEN_OUT);
    assertThat(home.profiles().stored(home.plan("one"))).isEmpty();
    assertThat(home.text("credentials")).isEqualTo(CREDENTIALS);
  }

  @Test
  void profiles_that_share_a_session_had_it_each() {
    home.keep(home.plan("one"), "ASIAONE");
    assertThat(logout("one", "two")).extracting(Logout.Result::kept).containsExactly(true, true);
  }

  @Test
  void sessions_by_the_keys_of_a_program_end_without_running_it() {
    String config =
        """
        [profile program]
        credential_process = tool
        [profile role]
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = program
        mfa_serial = arn:aws:iam::123456789012:mfa/alice
        """;
    home.write("config", CONFIG + config);
    SessionPlan plan = home.plan("role");
    String id = "AKIAOFPROGRAM0EXAMPLE";
    home.memory.rememberChangingKey("program", id, home.clock.instant());
    // The program gave another one since.
    home.pass(Duration.ofHours(11));
    home.memory.rememberChangingKey("program", "AKIANEW0000000EXAMPLE", home.clock.instant());
    home.keep(home.plan("one"), "ASIAONE");
    List<SessionKey> kept =
        List.of(
            SessionKey.of(plan, id, plan.device(), 1),
            SessionKey.of(plan, id, plan.device(), 2),
            SessionKey.of(plan.ofSessionKeys(), id, plan.device(), 1));
    kept.forEach(key -> home.store.save(key, home.session("ASIATWO", null)));
    assertThat(logout("role").get(0).kept()).isTrue();
    assertThat(kept).noneMatch(key -> home.store.find(key).isPresent());
    assertThat(home.profiles().stored(home.plan("one"))).isPresent();
  }

  @Test
  void a_role_on_a_sign_in_ends_whatever_key_the_sign_in_gives_now() {
    String config =
        """
        [profile console]
        login_session = arn:aws:iam::123456789012:user/alice
        [profile role]
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = console
        """;
    home.write("config", CONFIG + config);
    SessionPlan plan = home.plan("role");
    home.memory.rememberChangingKey("console", "ASIAOFSIGNIN0EXAMPLE", home.clock.instant());
    home.memory.rememberChangingKey("console", "ASIANEW0000000EXAMPLE", home.clock.instant());
    SessionKey kept = SessionKey.of(plan, "ASIAOFSIGNIN0EXAMPLE", null, 1);
    home.store.save(kept, home.session("ASIATWO", "arn:aws:iam::123456789012:role/admin"));
    assertThat(logout("role").get(0).kept()).isTrue();
    assertThat(home.store.find(kept)).isEmpty();
  }

  @Test
  void without_a_session_nothing_is_ended() {
    assertThat(logout("one").get(0).isEmpty()).isTrue();
  }

  @Test
  void a_session_of_another_program_is_left_and_known() {
    home.write(
        "credentials",
        CREDENTIALS
            + "[one]\n"
            + "aws_access_key_id = ASIATWO\n"
            + "aws_secret_access_key = a\n"
            + "aws_session_token = b\n");
    Logout.Result result = logout("one").get(0);
    assertThat(result.section()).isEqualTo(Removal.OF_ANOTHER_PROGRAM);
    assertThat(result.isEmpty()).isFalse();
    assertThat(home.text("credentials")).contains("ASIATWO");
  }

  @Test
  void the_session_of_a_profile_that_is_gone_is_found_by_its_section() {
    home.logIn(home.plan("one"), "ASIAONE");
    home.write("config", "");
    assertThat(home.profiles().forgetAll(home.configuration())).containsExactly("one");
    assertThat(home.text("credentials")).isEqualTo(CREDENTIALS);
  }

  private Logout.Result logoutBesides(String profile, String... others) {
    return home.profiles()
        .logout(
            List.of(home.profile(profile)), List.of(others).stream().map(home::profile).toList())
        .get(0);
  }

  private static String role(String name) {
    return "[profile "
        + name
        + "]\nsource_profile = user\nmfa_serial = arn:aws:iam::123456789012:mfa/alice\n"
        + ("role_arn = arn:aws:iam::123456789012:role/" + name + "\n");
  }

  @Test
  void a_profile_that_had_the_same_session_loses_its_keys_too() {
    home.logIn(home.plan("one"), "ASIAONE");
    home.logIn(home.plan("two"), "ASIAONE");
    assertThat(logoutBesides("two", "one").related().sharing())
        .containsExactly(new RelatedSessions.Sharing("one", "one"));
    assertThat(home.text("credentials")).isEqualTo(CREDENTIALS);
  }

  @Test
  void a_profile_whose_section_has_a_session_of_its_own_keeps_it_and_is_not_named() {
    home.logIn(home.plan("one"), "ASIAONE");
    home.put(home.plan("two"), home.session("ASIATWO", null));
    assertThat(logoutBesides("one", "two").related().sharing()).isEmpty();
    assertThat(home.text("credentials")).contains("ASIATWO");
  }

  @Test
  void a_role_leaves_the_session_that_its_siblings_use() {
    home.write("config", role("admin") + role("reader"));
    SessionPlan plan = home.plan("admin");
    SessionKey user = SessionKey.of(plan, "AKIAIOSFODNN7EXAMPLE", plan.device(), 1);
    home.store.save(user, home.session("ASIAUSER", null));
    home.keep(plan, "ASIAADMIN");
    assertThat(logoutBesides("admin", "reader").related().endedBy())
        .containsExactly("admin", "reader");
    assertThat(home.store.find(user)).isPresent();
    assertThat(home.profiles().stored(plan)).isEmpty();
    assertThat(logout("admin", "reader").get(0).related().endedBy()).isEmpty();
    assertThat(home.store.find(user)).isEmpty();
  }

  @Test
  void the_logout_of_the_user_names_the_roles_that_stay() {
    home.write("config", CONFIG + role("admin"));
    home.keep(home.plan("one"), "ASIAUSER");
    Session admin = home.keep(home.plan("admin"), "ASIAADMIN");
    assertThat(logoutBesides("admin", "one").related().endedBy()).containsExactly("one");
    home.keep(home.plan("admin"), "ASIAADMIN");
    assertThat(logoutBesides("one", "admin").related().ofRoles())
        .containsExactly(new RelatedSessions.OfRole("admin", admin.credentials().expiration()));
  }
}
