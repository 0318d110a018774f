package dev.keyturn.domain.iam.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.IamHome;
import dev.keyturn.domain.iam.LocalAws;
import dev.keyturn.domain.iam.Phone;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.revocation.SessionRevocation.Revoked;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.RoleParameters;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.make.TokenService.Mfa;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionRevocationTest {

  private static final String ROLE = "arn:aws:iam::123456789012:role/admin";

  @TempDir private Path folder;
  private final LocalAws aws = new LocalAws();
  private IamHome home;
  private Phone phone;

  @BeforeEach
  void begin() {
    home = new IamHome(folder, aws);
    phone = new Phone(aws);
    home.write(
        "config",
        """
        [profile admin]
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = alice
        mfa_serial = arn:aws:iam::123456789012:mfa/alice
        """);
  }

  @AfterEach
  void end() {
    aws.close();
  }

  private UserCalls user(String profile) {
    return home.user(profile, phone);
  }

  private SessionRevocation revocation() {
    return new SessionRevocation(
        home.profiles(phone),
        new RevocationPolicy(
            home.profiles(phone), home.policies, home.tokens, home.revocations, this::waits),
        home.iam,
        new RevocationProof(home.profiles(phone), home.policies, aws::pass),
        home.revocations,
        aws.clock());
  }

  /** Anyone who waits less than a second waits for the next one. */
  private void waits(Duration pause) {
    aws.pass(pause.toSeconds() == 0 ? Duration.ofSeconds(1) : pause);
  }

  private Revoked revoke(String profile, boolean everyone, boolean keys) {
    UserCalls user = user(profile);
    SessionRevocation revocation = revocation();
    return revocation.revoke(user, revocation.scope(user, everyone), keys);
  }

  private void login(String profile) {
    home.profiles(phone).session(user(profile).profile(), FreshnessRequirement.VALID);
  }

  /** A session of alice, with MFA. */
  private Signer session() {
    UserCalls alice = user("alice");
    aws.pass(Duration.ofSeconds(30));
    MfaDevice device = new MfaDevice(LocalAws.DEVICE);
    SessionCredentials granted =
        home.tokens.getSessionToken(
            alice.plan().endpoints(),
            alice.longTermKeys(),
            new Step.GetSessionToken(Duration.ofHours(12), true),
            new Mfa(device, phone.code(device, "alice")));
    aws.pass(Duration.ofSeconds(30));
    return Signer.of(granted);
  }

  private List<Signer> sessions(int count) {
    List<Signer> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sessions.add(session());
    }
    return sessions;
  }

  private Signer roleSession(Signer session, String name) {
    Step.AssumeRole step =
        new Step.AssumeRole("", ROLE, RoleParameters.NONE, Duration.ofHours(1), false);
    return Signer.of(home.tokens.assumeRole(endpoints(), session, step, name, null).credentials());
  }

  private Endpoints endpoints() {
    return user("alice").plan().endpoints();
  }

  /** A call that its policies allow alice's sessions. */
  private void use(Signer session) {
    assertThat(home.iam.list(new IamCaller(endpoints(), session))).isNotEmpty();
  }

  private void assertRefused(Signer session) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> use(session))
        .satisfies(e -> assertThat(Nature.isDeniedExplicitly(e.failure())).isTrue());
  }

  private boolean isRefused(Signer roleSession) {
    try {
      home.policies.tryAnything(new IamCaller(endpoints(), roleSession));
      return false;
    } catch (FailureException e) {
      return Nature.isDeniedExplicitly(e.failure());
    }
  }

  @Test
  void a_hundred_sessions_of_before_are_refused_and_a_hundred_of_after_are_not() {
    List<Signer> before = sessions(100);
    login("alice");
    Revoked revoked = revoke("alice", false, false);
    assertThat(revoked.proof()).isEqualTo(RevocationProof.Result.DENIED);
    List<Signer> after = sessions(100);
    assertThat(before).allSatisfy(this::assertRefused);
    assertThat(after).allSatisfy(this::use);
  }

  @Test
  void the_sessions_here_are_forgotten_and_the_keys_go_on() {
    login("alice");
    Revoked revoked = revoke("alice", false, false);
    assertThat(revoked.active()).containsExactly("AKIAIOSFODNN7EXAMPLE");
    assertThat(home.state.readAll("sessions")).isEmpty();
    aws.pass(Duration.ofSeconds(30));
    login("alice");
    assertThatCode(() -> user("alice").quietly(home.iam::list)).doesNotThrowAnyException();
  }

  @Test
  void the_keys_are_made_inactive_if_that_is_wanted() {
    login("alice");
    Revoked revoked = revoke("alice", false, true);
    assertThat(revoked.deactivated()).containsExactly("AKIAIOSFODNN7EXAMPLE");
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> user("alice").user())
        .satisfies(e -> assertThat(Nature.refusesCredentials(e.failure())).isTrue());
  }

  @Test
  void without_a_session_the_keys_are_made_inactive_too() {
    assertThat(revoke("alice", false, true).deactivated()).containsExactly("AKIAIOSFODNN7EXAMPLE");
  }

  @Test
  void after_a_code_a_quiet_call_uses_the_session_that_it_made() {
    UserCalls alice = user("alice");
    alice.call(home.iam::list);
    assertThat(phone.asked).isEqualTo(1);
    assertThatCode(() -> alice.quietly(home.iam::list)).doesNotThrowAnyException();
    assertThat(phone.asked).isEqualTo(1);
  }

  @Test
  void without_a_session_the_keys_take_a_code_for_it() {
    Revoked revoked = revoke("alice", false, false);
    assertThat(phone.asked).isEqualTo(1);
    assertThat(revoked.proof()).isEqualTo(RevocationProof.Result.DENIED);
  }

  @Test
  void without_a_session_the_revocation_is_not_proved() {
    assertThat(revoke("stranger", false, false).proof()).isEqualTo(RevocationProof.Result.IN_PLACE);
  }

  @Test
  void what_was_revoked_works_again_after_undo() {
    Signer before = session();
    login("alice");
    revoke("alice", false, false);
    aws.pass(Duration.ofSeconds(30));
    SessionRevocation revocation = revocation();
    UserCalls alice = user("alice");
    assertThat(revocation.undo(alice, revocation.scope(alice, false))).isTrue();
    use(before);
    assertThat(revocation.undo(alice, revocation.scope(alice, false))).isFalse();
  }

  @Test
  void of_a_role_only_the_sessions_of_one_person_end() {
    Signer session = session();
    Signer own = roleSession(session, "alice");
    Signer other = roleSession(session, "bob");
    login("admin");
    Revoked revoked = revoke("admin", false, false);
    assertThat(revoked.proof()).isEqualTo(RevocationProof.Result.DENIED);
    assertThat(isRefused(own)).isTrue();
    assertThat(isRefused(other)).isFalse();
    use(session);
    assertThat(isRefused(roleSession(session, "alice"))).isFalse();
  }

  @Test
  void of_a_role_the_session_of_the_user_stays_where_other_roles_use_it() {
    home.write(
        "config",
        """
        [profile admin]
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = alice
        mfa_serial = arn:aws:iam::123456789012:mfa/alice
        [profile again]
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = alice
        mfa_serial = arn:aws:iam::123456789012:mfa/alice
        duration_seconds = 900
        [profile reader]
        role_arn = arn:aws:iam::123456789012:role/reader
        source_profile = alice
        mfa_serial = arn:aws:iam::123456789012:mfa/alice
        """);
    login("admin");
    login("again");
    assertThat(home.state.readAll("sessions")).hasSize(2);
    revoke("admin", false, false);
    assertThat(home.state.readAll("sessions")).hasSize(1);
  }

  @Test
  void of_a_role_the_sessions_of_everyone_end() {
    Signer other = roleSession(session(), "bob");
    login("admin");
    revoke("admin", true, false);
    assertThat(isRefused(other)).isTrue();
  }

  @Test
  void an_earlier_revocation_of_another_person_stays() {
    Instant now = aws.clock().instant();
    RevokedSessions bob = new RevokedSessions(List.of(new RevokedSessions.Entry("bob", now)));
    RevokedSessions both = bob.with(new RevokedSessions.Entry("alice", now));
    assertThat(RevokedSessions.parse(both.document())).isEqualTo(both);
    assertThat(both.without("alice")).isEqualTo(bob);
    assertThat(both.with(new RevokedSessions.Entry(null, now)).entries()).hasSize(1);
    Instant later = now.plus(Duration.ofHours(37));
    assertThat(bob.with(new RevokedSessions.Entry("alice", later)).entries()).hasSize(1);
  }

  @Test
  void a_denied_user_gets_a_request_for_an_administrator() {
    SessionRevocation revocation = revocation();
    UserCalls newcomer = user("newcomer");
    Scope scope = revocation.scope(newcomer, false);
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> revocation.revoke(newcomer, scope, false))
        .satisfies(e -> assertThat(Nature.isDenied(e.failure())).isTrue())
        .satisfies(e ->
            assertThat(e.failure().hint())
                .startsWith("ask an administrator to run: aws iam put-user-policy --user-name ")
                .contains("\"aws:TokenIssueTime\":\"2026-11-21T12:00:01Z\""));
  }

  @Test
  void a_policy_that_is_older_than_every_session_is_removed_in_passing() {
    login("alice");
    revoke("alice", false, false);
    aws.pass(Duration.ofHours(35));
    login("alice");
    assertThat(revocation().removeIfOver(user("alice"))).isFalse();
    aws.pass(Duration.ofHours(2));
    assertThat(revocation().removeIfOver(user("alice"))).isTrue();
    SessionRevocation revocation = revocation();
    UserCalls alice = user("alice");
    assertThat(revocation.undo(alice, revocation.scope(alice, false))).isFalse();
  }
}
