package dev.keyturn.domain.session.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.state.FileCodeLedger;
import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.KeyRecords;
import dev.keyturn.adapter.state.RecordedAttempts;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.profile.Plans;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.session.FakeSts;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.session.store.SharedState;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions with the real state folder and its locks, and an STS that grants everything. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SessionMakerTest {

  private static final Failure DENIED =
      new AwsFailure.Refused("AccessDenied", "not authorized to perform: sts:AssumeRole", "");

  private static String config(String roles) {
    return "[profile user]\nmfa_serial = arn:aws:iam::123456789012:mfa/alice\n" + roles;
  }

  private static String role(String name, String source) {
    return "[profile %s]\nrole_arn = arn:aws:iam::123456789012:role/%s\nsource_profile = %s\n"
        .formatted(name, name, source);
  }

  private static final String ROLES =
      role("admin", "user") + role("readonly", "user") + role("inner", "admin");

  @TempDir private Path root = Path.of("");
  private Instant now = Instant.parse("2026-11-21T12:00:10Z");
  private final InstantSource clock = () -> now;
  private final FakeSts sts = new FakeSts(clock);
  private final Person person = new Person();
  private FileSessionStore store = new FileSessionStore(new StateFolder(root));

  @BeforeEach
  void a_state_folder() {
    store = new FileSessionStore(new StateFolder(root));
  }

  /** What another process would build for itself. */
  private SessionMaker sessions(MfaCodeSource source) {
    StateFolder state = new StateFolder(root);
    FileLocks locks = new FileLocks(root);
    SharedState shared =
        new SharedState(
            new FileSessionStore(state),
            new KeyRecords(state),
            new FileCodeLedger(state, locks, clock, SecureRandom::new),
            new RecordedAttempts(state),
            locks);
    return new SessionMaker(
        SessionMakerTest::signer,
        sts,
        shared,
        new CodeOrder(source, (origin, plan) -> null, note -> {}),
        (user, devices) -> devices.get(0),
        clock);
  }

  /** Keys of the files, and a session's of a program. */
  private static TokenService.Signer signer(SessionPlan plan) {
    return plan.base() instanceof Base.Keys keys
        ? TokenService.Signer.of(keys.key())
        : new TokenService.Signer("ASIAOFPROGRAM0EXAMPLE", Secret.of("s"), Secret.of("t"));
  }

  private static SessionPlan plan(String profile) {
    return Plans.plan(Configuration.of(config(ROLES), "[user]\n" + Plans.KEYS), profile);
  }

  private SessionMaker.Obtained obtain(String profile) {
    return sessions(person).obtain(plan(profile), FreshnessRequirement.VALID, null);
  }

  private void pass(String duration) {
    now = now.plus(Duration.parse("PT" + duration));
  }

  @Test
  void where_nobody_can_be_asked_an_open_prompt_elsewhere_is_not_waited_for() {
    FileLocks elsewhere = new FileLocks(root);
    String lock = "session AKIAIOSFODNN7EXAMPLE arn:aws:iam::123456789012:mfa/alice";
    try (Locks.Held held = elsewhere.acquire(lock, Duration.ofSeconds(1))) {
      assertThat(held).isNotNull();
      person.isThere = false;
      assertThatThrownBy(() -> obtain("user"))
          .isInstanceOfSatisfying(
              FailureException.class,
              e -> assertThat(e.failure()).isInstanceOf(Failure.NoTerminal.class));
    }
  }

  @Test
  void nobody_is_asked_for_the_code_of_a_call_that_cannot_be_tried() {
    sts.unusable = new FileFailure.Unreadable("/etc/ca.pem", "there is no such file");
    assertThatThrownBy(() -> obtain("user")).hasMessageContaining("/etc/ca.pem");
    assertThat(person.asked).hasValue(0);
  }

  @Test
  void a_second_role_on_the_device_takes_no_code() {
    obtain("admin");
    obtain("readonly");
    assertThat(sts.calls)
        .containsExactly("GetSessionToken 000001", "AssumeRole admin", "AssumeRole readonly");
  }

  @Test
  void a_role_from_a_role_keeps_the_one_before() {
    obtain("inner");
    obtain("admin");
    assertThat(sts.calls)
        .containsExactly("GetSessionToken 000001", "AssumeRole admin", "AssumeRole inner");
  }

  @Test
  void where_a_program_gives_the_keys_of_a_session_the_first_role_takes_the_code_itself() {
    String program = "[profile user]\ncredential_process = tool\n" + ROLES;
    String device = "mfa_serial = arn:aws:iam::123456789012:mfa/alice\n";
    SessionPlan inner = Plans.plan(Configuration.of(program + device, ""), "inner");
    sessions(person).obtain(inner, FreshnessRequirement.VALID, null);
    assertThat(sts.calls).containsExactly("AssumeRole admin 000001", "AssumeRole inner");
    sessions(person).obtain(inner, FreshnessRequirement.VALID, null);
    assertThat(sts.calls).hasSize(2);
  }

  @Test
  void a_valid_session_is_kept() {
    Session made = obtain("user").session();
    pass("11H50M");
    SessionMaker.Obtained kept = obtain("user");
    assertThat(kept.session()).isEqualTo(made);
    assertThat(kept.renewed()).isFalse();
  }

  @Test
  void a_role_is_renewed_without_a_code_when_less_than_20_minutes_are_left() {
    obtain("admin");
    pass("40M");
    obtain("admin");
    assertThat(sts.calls).hasSize(2);
    pass("1S");
    assertThat(obtain("admin").renewed()).isTrue();
    assertThat(sts.calls)
        .containsExactly("GetSessionToken 000001", "AssumeRole admin", "AssumeRole admin");
  }

  @Test
  void a_short_session_is_renewed_after_half_of_its_time() {
    sts.grantsFor(Duration.ofMinutes(15));
    obtain("admin");
    pass("7M29S");
    obtain("admin");
    assertThat(sts.calls).hasSize(2);
    pass("2S");
    obtain("admin");
    assertThat(sts.calls).last().isEqualTo("AssumeRole admin");
    assertThat(sts.calls).hasSize(3);
  }

  @Test
  void a_renewal_that_fails_leaves_the_valid_session() {
    Session made = obtain("admin").session();
    pass("50M");
    sts.refusals.add(new AwsFailure.Unreachable("https://sts.amazonaws.com", "no route", false));
    assertThat(obtain("admin").session()).isEqualTo(made);
  }

  @Test
  void a_role_is_not_renewed_ahead_where_that_would_take_a_code() {
    obtain("admin");
    store.remove(SessionKey.of(plan("admin"), "AKIAIOSFODNN7EXAMPLE", plan("admin").device(), 1));
    pass("58M");
    obtain("admin");
    assertThat(sts.calls).hasSize(2);
    pass("1M1S");
    obtain("admin");
    assertThat(sts.calls).hasSize(4).contains("GetSessionToken 000002");
  }

  @Test
  void a_demanded_session_is_new_at_every_step_and_made_once() {
    obtain("admin");
    SessionMaker run = sessions(person);
    run.prepare(plan("admin"), FreshnessRequirement.renewed(), null);
    run.obtain(plan("admin"), FreshnessRequirement.renewed(), null);
    run.obtain(plan("readonly"), FreshnessRequirement.renewed(), null);
    assertThat(sts.calls)
        .containsExactly(
            "GetSessionToken 000001",
            "AssumeRole admin",
            "GetSessionToken 000002",
            "AssumeRole admin",
            "AssumeRole readonly");
  }

  @Test
  void sessions_that_are_over_are_cleaned_away_with_the_next_code() {
    obtain("admin");
    SessionPlan admin = plan("admin");
    SessionKey key = SessionKey.of(admin, "AKIAIOSFODNN7EXAMPLE", admin.device(), 2);
    pass("12H1S");
    assertThat(store.find(key)).isPresent();
    obtain("readonly");
    assertThat(store.find(key)).isEmpty();
  }

  @Test
  void after_a_key_rotation_the_old_sessions_are_not_used() {
    obtain("admin");
    String keys = Plans.KEYS.replace("AKIAIOSFODNN7EXAMPLE", "AKIANEW0000000EXAMPLE");
    SessionPlan rotated = Plans.plan(Configuration.of(config(ROLES), "[user]\n" + keys), "admin");
    sessions(person).obtain(rotated, FreshnessRequirement.VALID, null);
    assertThat(sts.calls).hasSize(4).contains("GetSessionToken 000002");
  }

  @Test
  void after_a_change_of_device_the_old_sessions_are_not_used() {
    obtain("admin");
    String changed = config(ROLES).replace("mfa/alice", "mfa/phone");
    SessionPlan other = Plans.plan(Configuration.of(changed, "[user]\n" + Plans.KEYS), "admin");
    sessions(person).obtain(other, FreshnessRequirement.VALID, null);
    assertThat(sts.calls).hasSize(4).contains("GetSessionToken 000002");
  }

  @Test
  void a_role_that_refuses_an_old_code_gets_a_fresh_one() {
    obtain("user");
    pass("5M1S");
    sts.refusals.add(DENIED);
    obtain("admin");
    assertThat(sts.calls)
        .containsExactly(
            "GetSessionToken 000001",
            "AssumeRole admin",
            "GetSessionToken 000002",
            "AssumeRole admin");
  }

  @Test
  void a_role_that_refuses_a_fresh_code_is_refused() {
    obtain("user");
    pass("5M1S");
    sts.refusals.addAll(List.of(DENIED));
    obtain("admin");
    sts.refusals.add(DENIED);
    assertThatThrownBy(() -> obtain("readonly")).hasMessageContaining("not authorized");
    assertThat(sts.calls).hasSize(5).last().isEqualTo("AssumeRole readonly");
  }

  @Test
  void a_role_that_refuses_a_young_session_is_refused_without_another_code() {
    obtain("user");
    pass("5M");
    sts.refusals.add(DENIED);
    assertThatThrownBy(() -> obtain("admin")).hasMessageContaining("not authorized");
    assertThat(sts.calls).hasSize(2);
  }

  @Test
  void where_nobody_can_give_a_code_the_refusal_is_final() {
    obtain("user");
    pass("6M");
    sts.refusals.add(DENIED);
    person.isThere = false;
    assertThatThrownBy(() -> obtain("admin")).hasMessageContaining("not authorized");
    assertThat(person.asked).hasValue(1);
  }

  @Test
  void a_hundred_that_need_it_at_once_ask_one_code_and_make_one_call_for_each_role()
      throws Exception {
    List<Callable<Session>> calls = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String profile = i % 2 == 0 ? "admin" : "readonly";
      calls.add(() -> obtain(profile).session());
    }
    Set<String> ids = ConcurrentHashMap.newKeySet();
    for (Future<Session> answer : atOnce(calls)) {
      ids.add(answer.get().credentials().accessKeyId());
    }
    assertThat(ids).hasSize(2);
    assertThat(person.asked).hasValue(1);
    assertThat(sts.calls)
        .containsExactlyInAnyOrder(
            "GetSessionToken 000001", "AssumeRole admin", "AssumeRole readonly");
  }

  static List<Failure> failuresThatConcernAll() {
    return List.of(
        new AwsFailure.WrongCode("arn:aws:iam::123456789012:mfa/alice"),
        new AwsFailure.Throttled("https://sts.amazonaws.com", "Throttling"));
  }

  @ParameterizedTest
  @MethodSource("failuresThatConcernAll")
  void a_code_that_failed_does_not_make_the_others_ask(Failure failed) throws Exception {
    sts.refusals.add(failed);
    person.slowly = true;
    List<Callable<Session>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(() -> obtain("admin").session());
    }
    for (Future<Session> answer : atOnce(calls)) {
      assertThatThrownBy(answer::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              FailureException.class,
              e -> assertThat(e.failure().message()).isEqualTo(failed.message()));
    }
    assertThat(person.asked).hasValue(1);
    pass("1S");
    person.slowly = false;
    assertThat(obtain("admin").renewed()).isTrue();
  }

  private static List<Future<Session>> atOnce(List<Callable<Session>> calls)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      return threads.invokeAll(calls, 50, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Somebody with an authenticator app, who never mistypes. */
  private static final class Person implements MfaCodeSource {
    final AtomicInteger asked = new AtomicInteger();
    volatile boolean isThere = true;
    volatile boolean slowly;

    @Override
    public MfaCode code(MfaDevice device, String purpose) {
      if (slowly) {
        try {
          Thread.sleep(300); // until all the others wait for it
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return MfaCode.parse("%06d".formatted(asked.incrementAndGet()));
    }

    @Override
    public boolean isPresent() {
      return isThere;
    }

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public boolean canCorrect() {
      return false;
    }

    @Override
    public void explain(String why) {}

    @Override
    public void awaitNext(Duration wait) {}
  }
}
