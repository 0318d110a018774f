package dev.keyturn.domain.iam.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.iam.EnabledDevice;
import dev.keyturn.domain.iam.Fuse;
import dev.keyturn.domain.iam.IamHome;
import dev.keyturn.domain.iam.LocalAws;
import dev.keyturn.domain.iam.MfaDeviceService;
import dev.keyturn.domain.iam.Phone;
import dev.keyturn.domain.iam.PolicyOwner;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.Enrollment.Enrolled;
import dev.keyturn.domain.iam.device.Enrollment.Request;
import dev.keyturn.domain.mfa.CodeSpending;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrollmentTest {

  private static final MfaDevice NEWCOMER = device("newcomer");
  private static final MfaDevice ALICE = device("alice");

  @TempDir private Path folder;
  private LocalAws aws = new LocalAws();
  private IamHome home;
  private Phone phone;

  /** The actions of the process when it is asked to end. */
  private final List<Runnable> interruptions = new ArrayList<>();

  @BeforeEach
  void begin() {
    home = new IamHome(folder, aws);
    phone = new Phone(aws);
  }

  @AfterEach
  void end() {
    aws.close();
  }

  private static MfaDevice device(String name) {
    return new MfaDevice("arn:aws:iam::123456789012:mfa/" + name);
  }

  private Enrolled enroll(String profile, @Nullable String name) {
    return enroll(profile, new Request(name, null), Fuse.none());
  }

  /** As a process of its own does it. */
  private Enrolled enroll(String profile, Request request, Fuse fuse) {
    MfaDeviceService iam = fuse.guard(MfaDeviceService.class, home.iam);
    EnrollmentJournal journal = fuse.guard(EnrollmentJournal.class, home.enrollments);
    MfaCodeSource person = fuse.guard(MfaCodeSource.class, phone);
    ConsecutiveCodes codes =
        new ConsecutiveCodes(person, new CodeSpending(home.ledger, aws.clock()));
    return new Enrollment(
            iam,
            new DeviceCreation(
                iam,
                journal,
                fuse.guard(EnrollmentDialog.class, phone),
                codes,
                this::watch,
                home.notes::add),
            new DeviceProof(home.profiles(person), codes),
            new DeviceLines(home.edits, "mfa enroll", home.notes::add),
            journal,
            home.locks)
        .enroll(home.user(profile, phone), request);
  }

  private Interruptions.Watch watch(Runnable action) {
    interruptions.add(action);
    return () -> interruptions.remove(action);
  }

  private List<MfaDevice> enabled(String profile) {
    return home.user(profile, phone).call(home.iam::enabled).stream()
        .map(EnabledDevice::device)
        .toList();
  }

  private List<MfaDevice> unassigned() {
    return home.user("newcomer", phone).call(home.iam::unassigned);
  }

  @Test
  void a_user_with_nothing_but_self_service_gets_a_device_and_a_session() {
    Enrolled enrolled = enroll("newcomer", null);
    assertThat(enrolled.device()).isEqualTo(NEWCOMER);
    assertThat(enrolled.isOnly()).isTrue();
    assertThat(enabled("newcomer")).containsExactly(NEWCOMER);
    assertThat(phone.asked).isEqualTo(3);
    assertThat(home.text("config"))
        .isEqualTo(
            """
            [profile newcomer]
            mfa_serial = arn:aws:iam::123456789012:mfa/newcomer
            """);
    UserCalls user = home.user("newcomer", phone);
    assertThat(home.profiles(phone).kept(user.profile(), FreshnessRequirement.VALID)).isPresent();
    assertThat(isUnknown("newcomer")).isTrue();
  }

  @Test
  void under_a_policy_that_requires_mfa_a_session_enrolls_a_second_device() {
    Enrolled enrolled = enroll("alice", "alice-2");
    assertThat(enrolled.isOnly()).isFalse();
    assertThat(enabled("alice")).containsExactly(ALICE, device("alice-2"));
  }

  @Test
  void a_second_device_without_a_name_gets_a_number() {
    assertThat(enroll("alice", null).device()).isEqualTo(device("alice-2"));
  }

  @Test
  void a_second_device_leaves_the_line_that_names_the_first() {
    home.write("config", "[profile alice]\nmfa_serial = " + LocalAws.DEVICE + "\n");
    assertThat(enroll("alice", "alice-2").changes()).isEmpty();
    assertThat(home.text("config")).contains(LocalAws.DEVICE + "\n");
  }

  @Test
  void a_device_that_is_named_and_gone_is_named_no_longer() {
    home.write(
        "config",
        """
        [profile newcomer]
        mfa_serial = arn:aws:iam::123456789012:mfa/lost
        [profile role]
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = newcomer
        mfa_serial = arn:aws:iam::123456789012:mfa/lost
        """);
    assertThat(enroll("newcomer", null).changes()).hasSize(2);
    assertThat(home.text("config")).doesNotContain("lost").contains("mfa/newcomer\n[profile role]");
  }

  @Test
  void mistyped_codes_are_asked_for_again() {
    phone.mistyped = 2;
    assertThat(enroll("newcomer", null).device()).isEqualTo(NEWCOMER);
    assertThat(phone.told).contains("AWS did not accept the code for " + NEWCOMER);
  }

  @Test
  void after_three_wrong_tries_no_device_is_left() {
    phone.mistyped = 6;
    assertFails(FailureName.WRONG_CODE, () -> enroll("newcomer", null));
    assertNothingIsLeft();
    assertThat(home.notes)
        .containsExactly("the unfinished MFA device " + NEWCOMER + " was removed");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void an_interrupted_enrollment_leaves_no_device(int answers) {
    phone.patience = answers;
    assertFails(FailureName.INTERRUPTED, () -> enroll("newcomer", null));
    assertNothingIsLeft();
  }

  @Test
  void a_device_whose_test_was_interrupted_is_tested_by_the_next_run() {
    phone.patience = 3; // for the QR code and two codes
    assertFails(FailureName.INTERRUPTED, () -> enroll("newcomer", null));
    assertThat(enabled("newcomer")).containsExactly(NEWCOMER);
    phone.patience = 1;
    assertThat(enroll("newcomer", null).device()).isEqualTo(NEWCOMER);
  }

  @Test
  void an_interruption_removes_the_device() {
    phone =
        new Phone(aws) {
          @Override
          public MfaCode code(MfaDevice device, String purpose) {
            List.copyOf(interruptions).forEach(Runnable::run);
            return super.code(device, purpose);
          }
        };
    assertFails(FailureName.INTERRUPTED, () -> enroll("newcomer", null));
    assertNothingIsLeft();
  }

  @Test
  void a_name_that_is_in_use_is_refused_and_another_one_proposed() {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> enroll("alice", "alice"))
        .satisfies(
            e -> assertThat(e.failure().hint()).isEqualTo("keyturn mfa enroll alice-2 -p alice"));
    assertThat(enabled("alice")).containsExactly(ALICE);
  }

  @Test
  void a_device_that_somebody_left_unfinished_makes_room() {
    home.user("newcomer", phone).call(caller -> home.iam.create(caller, "newcomer"));
    assertThat(enroll("newcomer", null).device()).isEqualTo(NEWCOMER);
    assertThat(unassigned()).isEmpty();
  }

  private void mayNotDeleteDevices() {
    home.user("stranger", phone)
        .call(caller -> {
          home.policies.put(
              caller,
              new PolicyOwner.User("newcomer"),
              "nothing-is-deleted",
              "{\"Statement\": {\"Effect\": \"Deny\", \"Action\": \"iam:DeleteVirtualMFADevice\","
                  + " \"Resource\": \"*\"}}");
          return caller;
        });
  }

  @Test
  void without_permission_to_delete_devices_the_next_run_creates_another_one() {
    mayNotDeleteDevices();
    phone.patience = 0;
    assertFails(FailureName.INTERRUPTED, () -> enroll("newcomer", null));
    assertThat(home.notes)
        .singleElement()
        .asString()
        .startsWith("the unfinished MFA device " + NEWCOMER + " is not removed: ")
        .endsWith("; to continue with it: keyturn mfa enroll -p newcomer");
    phone.patience = Integer.MAX_VALUE;
    assertThat(enroll("newcomer", null).device()).isEqualTo(device("newcomer-2"));
  }

  @Test
  void without_permission_to_delete_devices_the_next_run_continues_with_a_scanned_one() {
    mayNotDeleteDevices();
    phone.patience = 1;
    assertFails(FailureName.INTERRUPTED, () -> enroll("newcomer", null));
    phone.patience = Integer.MAX_VALUE;
    assertThat(enroll("newcomer", null).device()).isEqualTo(NEWCOMER);
  }

  @Test
  void each_code_is_announced_with_its_number() {
    enroll("newcomer", null);
    assertThat(phone.told)
        .extracting(text -> text.substring(0, 12))
        .as("the first is announced with the QR code")
        .containsExactly("Code 2 of 3:", "Code 3 of 3:");
  }

  @Test
  void a_first_code_that_is_typed_again_is_waited_out() {
    phone =
        new Phone(aws) {
          private @Nullable MfaCode first;

          @Override
          public MfaCode code(MfaDevice device, String purpose) {
            MfaCode now = super.code(device, purpose);
            MfaCode typed = asked == 2 && first != null ? first : now;
            first = typed;
            return typed;
          }
        };
    assertThat(enroll("newcomer", null).device()).isEqualTo(NEWCOMER);
    assertThat(phone.told).anyMatch(text -> text.startsWith("this is the first code again"));
  }

  @Test
  @SuppressWarnings("try") // the lock is held, not used
  void another_process_enrolls_no_device_in_the_meantime() {
    String arn = home.user("newcomer", phone).user().arn();
    try (var held = home.locks.acquire("MFA enrollment of " + arn, Duration.ZERO)) {
      assertFails(FailureName.FILE_BUSY, () -> enroll("newcomer", null));
    }
  }

  @Test
  void whatever_step_is_killed_the_next_run_finishes() {
    assertRepaired(Fuse::killing);
  }

  @Test
  void whatever_call_fails_the_next_run_finishes() {
    assertRepaired(step -> Fuse.failing(step, new AwsFailure.ServiceFault("iam", "HTTP 500")));
  }

  @Test
  void whenever_the_network_goes_the_next_run_finishes() {
    assertRepaired(
        step -> Fuse.failingFrom(step, new AwsFailure.Unreachable("iam", "no answer", true)));
  }

  /** Breaks each step in turn, until one run meets no break. */
  private void assertRepaired(IntFunction<Fuse> fuses) {
    for (int step = 1; ; step++) {
      home = new IamHome(folder.resolve("broken-at-" + step), aws);
      phone = new Phone(aws);
      Fuse fuse = fuses.apply(step);
      Throwable broken = catchThrowable(() -> enroll("newcomer", new Request(null, null), fuse));
      if (!fuse.isBlown()) {
        assertThat(broken).isNull();
        assertThat(step).isGreaterThan(20);
        return;
      }
      boolean isFinished = isUnknown("newcomer") && enabled("newcomer").contains(NEWCOMER);
      if (!isFinished) {
        assertThat(enroll("newcomer", null).device()).as("broken at " + step).isEqualTo(NEWCOMER);
      }
      assertThat(enabled("newcomer")).as("broken at " + step).containsExactly(NEWCOMER);
      assertThat(unassigned()).as("broken at " + step).isEmpty();
      aws.close();
      aws = new LocalAws();
      interruptions.clear();
    }
  }

  private void assertNothingIsLeft() {
    assertThat(enabled("newcomer")).isEmpty();
    assertThat(unassigned()).isEmpty();
    assertThat(isUnknown("newcomer")).isTrue();
  }

  /** Whether nothing is noted that is to be finished. */
  private boolean isUnknown(String profile) {
    return home.enrollments.find(home.user(profile, phone).user().arn()).isEmpty();
  }

  private static void assertFails(FailureName name, Runnable work) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(work::run)
        .satisfies(e -> assertThat(e.failure().name()).isEqualTo(name));
  }
}
