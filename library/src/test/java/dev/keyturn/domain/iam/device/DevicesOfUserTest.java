package dev.keyturn.domain.iam.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.iam.EnabledDevice;
import dev.keyturn.domain.iam.Fuse;
import dev.keyturn.domain.iam.IamHome;
import dev.keyturn.domain.iam.LocalAws;
import dev.keyturn.domain.iam.MfaDeviceService;
import dev.keyturn.domain.iam.Phone;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.DeviceCheck.Checked;
import dev.keyturn.domain.iam.device.DeviceList.Devices;
import dev.keyturn.domain.iam.device.DeviceList.Reason;
import dev.keyturn.domain.mfa.CodeSpending;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.session.make.CodeOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of devices that a user has: which there are, whether they work, and how they go. */
class DevicesOfUserTest {

  private static final MfaDevice ALICE = new MfaDevice(LocalAws.DEVICE);
  private static final MfaDevice BACKUP = new MfaDevice(LocalAws.DEVICE + "-2");

  @TempDir private Path folder;
  private LocalAws aws = new LocalAws();
  private IamHome home;
  private Phone phone;

  @BeforeEach
  void begin() {
    home = new IamHome(folder, aws);
    phone = new Phone(aws);
  }

  @AfterEach
  void end() {
    aws.close();
  }

  private UserCalls alice() {
    return home.user("alice", phone);
  }

  private ConsecutiveCodes codes() {
    return new ConsecutiveCodes(phone, new CodeSpending(home.ledger, aws.clock()));
  }

  private DeviceCheck check() {
    return new DeviceCheck(
        home.tokens,
        home.tokens,
        home.iam,
        new CodeSpending(home.ledger, aws.clock()),
        new CodeOrder(phone, (origin, plan) -> null, note -> {}),
        phone,
        codes(),
        aws.clock());
  }

  private Devices devices() {
    return new DeviceList(home.iam, home.enrollments, home.memory).of(alice());
  }

  private DeviceRemoval removal(MfaDeviceService iam) {
    DeviceLines lines = new DeviceLines(home.edits, "mfa remove", home.notes::add);
    return new DeviceRemoval(iam, home.enrollments, lines);
  }

  /** Gives alice a second device, and her phone its seed. */
  private void addBackup() {
    UserCalls alice = alice();
    phone.show(alice.call(caller -> home.iam.create(caller, "alice-2")));
    codes()
        .spend(
            BACKUP,
            "alice",
            2,
            (first, second) ->
                alice.call(caller -> {
                  home.iam.enable(caller, "alice", BACKUP, first, second);
                  return BACKUP;
                }));
    phone.awaitNext(Duration.ofSeconds(30));
  }

  @Test
  void the_only_device_is_used() {
    Devices devices = devices();
    assertThat(devices.enabled()).extracting(EnabledDevice::device).containsExactly(ALICE);
    assertThat(devices.used()).isEqualTo(ALICE);
    assertThat(devices.reason()).isEqualTo(Reason.ONLY);
  }

  @Test
  void a_device_that_a_file_names_is_used_and_its_line_is_reported() {
    home.write("config", "[profile alice]\nmfa_serial = " + LocalAws.DEVICE + "\n");
    Devices devices = devices();
    assertThat(devices.reason()).isEqualTo(Reason.NAMED);
    assertThat(devices.place()).endsWith("config:2");
  }

  @Test
  void of_two_devices_none_is_used_until_one_is_remembered() {
    addBackup();
    home.memory.forgetDevice("AKIAIOSFODNN7EXAMPLE");
    assertThat(devices().used()).isNull();
    home.memory.rememberDevice("AKIAIOSFODNN7EXAMPLE", BACKUP);
    assertThat(devices().used()).isEqualTo(BACKUP);
    assertThat(devices().reason()).isEqualTo(Reason.REMEMBERED);
  }

  @Test
  void a_device_that_was_never_enabled_is_listed_for_its_user() {
    alice().call(caller -> home.iam.create(caller, "alice-unused"));
    alice().call(caller -> home.iam.create(caller, "bob"));
    assertThat(devices().unused()).containsExactly(new MfaDevice(LocalAws.DEVICE + "-unused"));
  }

  @Test
  void a_device_works_if_aws_accepts_a_code_and_nothing_else_changes() {
    Checked checked = check().test(alice(), ALICE, device -> false);
    assertThat(checked.ahead()).isNull();
    assertThat(phone.asked).isEqualTo(1);
    assertThat(home.state.readAll("sessions")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "4, 4", "-7, -7", "15, -15", "14, 14", "-14, -14"})
  void the_moment_at_which_the_code_changes_shows_how_far_the_clock_is_off(int ahead, int shown) {
    phone.ahead = Duration.ofSeconds(ahead);
    aws.pass(Duration.ofSeconds(11));
    Checked checked =
        check()
            .test(
                alice(),
                ALICE,
                device -> {
                  long second = Math.floorMod(phone.now().getEpochSecond(), 30);
                  aws.pass(Duration.ofSeconds(30 - second));
                  return true;
                });
    assertThat(checked.ahead()).isEqualTo(Duration.ofSeconds(shown));
  }

  @Test
  void a_device_that_is_far_off_works_after_two_codes_in_a_row() {
    phone.ahead = Duration.ofMinutes(10);
    assertFails(FailureName.WRONG_CODE, () -> check().test(alice(), ALICE, device -> false));
    phone.awaitNext(Duration.ofSeconds(30));
    check().resync(alice(), ALICE);
    phone.awaitNext(Duration.ofSeconds(30));
    assertThat(check().test(alice(), ALICE, device -> false).device()).isEqualTo(ALICE);
  }

  @Test
  void the_last_device_is_not_removed_unless_that_is_wanted() {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> removal(home.iam).remove(alice(), ALICE, false))
        .satisfies(e -> assertThat(e.failure().hint()).contains("--force -p alice"));
    assertThat(removal(home.iam).remove(alice(), ALICE, true).wasEnabled()).isTrue();
    assertThat(devices().enabled()).isEmpty();
  }

  @Test
  void every_line_that_names_a_removed_device_goes() {
    home.write(
        "config",
        """
        [profile alice]
        region = eu-west-1
        mfa_serial = %1$s
        [profile admin]
        mfa_serial = %1$s
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = alice
        """
            .formatted(LocalAws.DEVICE));
    assertThat(removal(home.iam).remove(alice(), ALICE, true).changes()).hasSize(2);
    assertThat(home.text("config")).doesNotContain("mfa_serial").contains("region = eu-west-1");
  }

  @Test
  void a_removal_that_was_killed_is_finished_by_the_next_run() {
    for (int step = 1; ; step++) {
      home = new IamHome(folder.resolve("killed-at-" + step), aws);
      phone = new Phone(aws);
      Fuse fuse = Fuse.killing(step);
      MfaDeviceService iam = fuse.guard(MfaDeviceService.class, home.iam);
      Throwable broken = catchThrowable(() -> removal(iam).remove(alice(), ALICE, true));
      if (!fuse.isBlown()) {
        assertThat(broken).isNull();
        assertThat(step).isGreaterThan(5);
        return;
      }
      Throwable again = catchThrowable(() -> removal(home.iam).remove(alice(), ALICE, true));
      assertThat(again)
          .satisfiesAnyOf(
              it -> assertThat(it).isNull(),
              it -> assertThat(it).isInstanceOf(FailureException.class));
      assertThat(devices().enabled()).as("killed at " + step).isEmpty();
      assertThat(devices().unused()).as("killed at " + step).isEmpty();
      aws.close();
      aws = new LocalAws();
    }
  }

  @Test
  void a_device_that_nobody_has_cannot_be_removed() {
    MfaDevice unknown = new MfaDevice(LocalAws.DEVICE + "-unknown");
    assertFails(
        FailureName.UNKNOWN_MFA_DEVICE, () -> removal(home.iam).remove(alice(), unknown, false));
  }

  @Test
  void a_device_is_known_by_its_name_too() {
    DeviceList list = new DeviceList(home.iam, home.enrollments, home.memory);
    assertThat(List.of("alice", LocalAws.DEVICE))
        .allSatisfy(text -> assertThat(list.named(alice(), text)).isEqualTo(ALICE));
  }

  private static void assertFails(FailureName name, Runnable work) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(work::run)
        .satisfies(e -> assertThat(e.failure().name()).isEqualTo(name));
  }
}
