package dev.keyturn.adapter.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.EveryFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.session.store.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {

  private static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
  private static final SessionKey KEY = new SessionKey("aws\nAKIAIOSFODNN7EXAMPLE\n\nuser");
  private static final MfaDevice DEVICE = new MfaDevice("arn:aws:iam::123456789012:mfa/alice");
  private static final MfaCode CODE = MfaCode.parse("123456");
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Identity ALICE =
      new Identity("123456789012", "arn:aws:iam::123456789012:user/alice", "AIDAEXAMPLE");

  @TempDir private Path root = Path.of("");
  private StateFolder folder = new StateFolder(root);

  @BeforeEach
  void a_folder() {
    folder = new StateFolder(root);
  }

  @Test
  void a_session_comes_back_as_it_was_kept() {
    Session session = session(ALICE, DEVICE, "arn:aws:iam::123456789012:role/admin");
    new FileSessionStore(folder).save(KEY, session);
    assertThat(new FileSessionStore(folder).find(KEY)).contains(session);
  }

  @Test
  void what_is_unknown_of_a_session_stays_unknown() {
    Session session = session(null, null, null);
    new FileSessionStore(folder).save(KEY, session);
    assertThat(new FileSessionStore(folder).find(KEY)).contains(session);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_key_id",
        "secret_access_key",
        "session_token",
        "expiration",
        "granted_seconds"
      })
  void a_session_with_a_missing_field_is_ignored(String part) {
    new FileSessionStore(folder).save(KEY, session(ALICE, DEVICE, null));
    Map<String, String> fields = new HashMap<>(folder.read("sessions", KEY.text()).orElseThrow());
    fields.remove(part);
    fields.remove("key");
    folder.write("sessions", KEY.text(), fields);
    assertThat(new FileSessionStore(folder).find(KEY)).isEmpty();
  }

  @Test
  void a_session_whose_expiration_is_not_a_number_is_ignored() {
    new FileSessionStore(folder).save(KEY, session(ALICE, DEVICE, null));
    Map<String, String> fields = new HashMap<>(folder.read("sessions", KEY.text()).orElseThrow());
    fields.remove("key");
    fields.put("expiration", "tomorrow");
    folder.write("sessions", KEY.text(), fields);
    assertThat(new FileSessionStore(folder).find(KEY)).isEmpty();
  }

  @Test
  void a_session_whose_expiration_is_out_of_range_is_ignored() {
    new FileSessionStore(folder).save(KEY, session(ALICE, DEVICE, null));
    Map<String, String> fields = new HashMap<>(folder.read("sessions", KEY.text()).orElseThrow());
    fields.remove("key");
    fields.put("expiration", Long.toString(Long.MAX_VALUE));
    folder.write("sessions", KEY.text(), fields);
    assertThat(new FileSessionStore(folder).find(KEY)).isEmpty();
  }

  @Test
  void what_was_written_where_is_known_for_each_file_and_section() {
    FileSessionStore sessions = new FileSessionStore(folder);
    Session session = session(ALICE, DEVICE, null);
    sessions.noteWritten(
        "/home/a/credentials", "account1", session, List.of("arn:aws:iam::aws:policy/A", "inline"));
    assertThat(sessions.written("/home/a/credentials", "account1"))
        .contains(
            new SessionStore.Written(
                session.credentials().accessKeyId(),
                session.credentials().expiration(),
                ALICE,
                List.of("arn:aws:iam::aws:policy/A", "inline")));
    assertThat(sessions.sectionsWritten("/home/a/credentials")).containsExactly("account1");
    assertThat(sessions.sectionsWritten("/home/a/cred")).isEmpty();
    assertThat(sessions.written("/home/b/credentials", "account1")).isEmpty();
    sessions.forgetWritten("/home/a/credentials", "account1");
    assertThat(sessions.written("/home/a/credentials", "account1")).isEmpty();
  }

  @Test
  void identity_and_device_of_a_key_do_not_disturb_each_other() {
    KeyRecords records = new KeyRecords(folder);
    records.rememberIdentity(KEY_ID, ALICE);
    records.rememberDevice(KEY_ID, DEVICE);
    assertThat(new KeyRecords(folder).identity(KEY_ID)).contains(ALICE);
    assertThat(new KeyRecords(folder).device(KEY_ID)).contains(DEVICE);
    records.forgetDevice(KEY_ID);
    assertThat(records.device(KEY_ID)).isEmpty();
    assertThat(records.identity(KEY_ID)).contains(ALICE);
  }

  @Test
  void the_keys_that_a_program_gave_are_known_for_as_long_as_a_session_by_them_may_last() {
    KeyRecords records = new KeyRecords(folder);
    String other = "AKIANEW0000000EXAMPLE";
    assertThat(records.changingKeys("program")).isEmpty();
    records.rememberChangingKey("program", KEY_ID, NOON);
    records.rememberChangingKey("program", KEY_ID, NOON.plus(Duration.ofMinutes(59)));
    Instant lastEnd = NOON.plus(Duration.ofMinutes(59)).plus(Duration.ofHours(36));
    records.rememberChangingKey("program", other, lastEnd);
    assertThat(new KeyRecords(folder).changingKeys("program"))
        .containsExactlyInAnyOrder(KEY_ID, other);
    records.rememberChangingKey("program", "ASIATHIRD0000EXAMPLE", NOON.plus(Duration.ofHours(38)));
    assertThat(records.changingKeys("program"))
        .containsExactlyInAnyOrder("ASIATHIRD0000EXAMPLE", other);
    assertThat(records.changingKeys("prog")).isEmpty();
  }

  @Test
  void a_code_is_spent_once_for_all_processes() {
    assertThat(codes(NOON).spend(DEVICE, CODE)).isTrue();
    assertThat(codes(NOON).spend(DEVICE, CODE)).isFalse();
  }

  @Test
  void of_many_at_once_one_spends_the_code() {
    long spent =
        IntStream.range(0, 16).parallel().filter(i -> codes(NOON).spend(DEVICE, CODE)).count();
    assertThat(spent).isEqualTo(1);
  }

  @Test
  void a_code_of_another_device_is_another_code() {
    codes(NOON).spend(DEVICE, CODE);
    assertThat(codes(NOON).spend(new MfaDevice("GAHT12345678"), CODE)).isTrue();
  }

  @Test
  void a_code_that_is_given_back_can_be_spent() {
    codes(NOON).spend(DEVICE, CODE);
    codes(NOON).release(DEVICE, CODE);
    assertThat(codes(NOON).spend(DEVICE, CODE)).isTrue();
  }

  @Test
  void the_same_digits_may_come_again_after_half_an_hour() {
    codes(NOON).spend(DEVICE, CODE);
    assertThat(codes(NOON.plusSeconds(1800)).spend(DEVICE, CODE)).isFalse();
    assertThat(codes(NOON.plusSeconds(1801)).spend(DEVICE, CODE)).isTrue();
  }

  /** AWS refuses a signature, and so no code is accepted, from a clock that is further off. */
  @ParameterizedTest
  @ValueSource(strings = {"PT30S", "PT5M", "PT15M", "PT20M", "-PT20M", "-PT1H", "-PT26H", "-P366D"})
  void a_clock_that_jumps_makes_no_code_unspent(String jump) {
    codes(NOON).spend(DEVICE, CODE);
    assertThat(codes(NOON.plus(Duration.parse(jump))).spend(DEVICE, CODE)).isFalse();
  }

  @Test
  void a_code_that_was_spent_before_the_clock_was_set_back_is_kept_no_longer_than_others() {
    codes(NOON).spend(DEVICE, CODE);
    Instant yesterday = NOON.minusSeconds(86_400);
    assertThat(codes(yesterday).spend(DEVICE, CODE)).isFalse();
    assertThat(codes(yesterday.plusSeconds(1800)).spend(DEVICE, CODE)).isFalse();
    assertThat(codes(yesterday.plusSeconds(1801)).spend(DEVICE, CODE)).isTrue();
  }

  @Test
  void a_clock_that_is_set_back_makes_no_code_unspent() {
    codes(NOON).spend(DEVICE, CODE);
    codes(NOON.minusSeconds(3600)).spend(DEVICE, MfaCode.parse("654321"));
    assertThat(codes(NOON.minusSeconds(3600)).spend(DEVICE, CODE)).isFalse();
  }

  @Test
  void a_failed_attempt_is_reported_to_waiting_processes() {
    RecordedAttempts attempts = new RecordedAttempts(folder);
    long before = attempts.count("lock");
    AwsFailure.WrongCode wrong = new AwsFailure.WrongCode(DEVICE.serialNumber());
    attempts.note("lock", wrong);
    assertThat(attempts.since("lock", before)).map(Failure::message).contains(wrong.message());
    assertThat(attempts.since("lock", attempts.count("lock"))).isEmpty();
    assertThat(attempts.since("other", before)).isEmpty();
  }

  static List<Failure> failures() {
    return EveryFailure.examples();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void an_attempt_comes_back_as_it_failed(Failure failure) {
    new RecordedAttempts(folder).note("lock", failure);
    assertThat(new RecordedAttempts(folder).since("lock", 0))
        .contains(new Failure.OfAnother(failure.name(), failure.message(), failure.hint()));
  }

  @Test
  void an_attempt_that_another_version_of_Keyturn_noted_differently_is_ignored() {
    folder.write("attempts", "lock", Map.of("count", "1", "name", "unheard-of"));
    assertThat(new RecordedAttempts(folder).since("lock", 0)).isEmpty();
  }

  @Test
  void no_record_contains_the_digits() throws IOException {
    codes(NOON).spend(DEVICE, CODE);
    String record = Files.readString(folder.file("codes", DEVICE.serialNumber()));
    assertThat(record.replace("123456789012", "")).doesNotContain(CODE.digits());
  }

  private FileCodeLedger codes(Instant now) {
    Locks locks = new FileLocks(root);
    return new FileCodeLedger(folder, locks, InstantSource.fixed(now), SecureRandom::new);
  }

  private static Session session(
      @Nullable Identity identity, @Nullable MfaDevice device, @Nullable String roleArn) {
    SessionCredentials credentials =
        new SessionCredentials(
            "ASIAIOSFODNN7EXAMPLE",
            Secret.of("secret\\with=odd\nbytesEXAMPLE"),
            Secret.of("tokenEXAMPLE=="),
            NOON);
    return new Session(credentials, identity, device, roleArn, Duration.ofHours(12));
  }
}
