package dev.keyturn.domain.session.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.Plans;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.session.FakeSts;
import dev.keyturn.domain.session.SessionHome;
import dev.keyturn.domain.session.store.Identity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which device a code is asked of, and who is asked for it. */
class DevicesTest {

  private static final String ID = "AKIAIOSFODNN7EXAMPLE";
  private static final MfaDevice ONE = new MfaDevice("arn:aws:iam::123456789012:mfa/one");
  private static final MfaDevice TWO = new MfaDevice("arn:aws:iam::123456789012:mfa/two");
  private static final MfaDevice PASSKEY =
      new MfaDevice("arn:aws:iam::123456789012:u2f/user/alice/phone-EXAMPLE");

  private final SessionHome home;
  private final FakeSts sts;
  private final List<String> asked = new ArrayList<>();

  DevicesTest(@TempDir Path folder) {
    home = new SessionHome(folder, "", "[user]\n" + Plans.KEYS);
    sts = new FakeSts(home.clock);
  }

  private MfaDevice find(MfaDevice... listed) {
    return find(home.plan("user"), listed);
  }

  /** With {@code --device}. */
  private MfaDevice findTyped(String typed, MfaDevice... listed) {
    PlanRequest request = PlanRequest.of("user", Map.of()).withDevice(new MfaDevice(typed));
    return find(home.profiles().plan(request).plan(), listed);
  }

  private MfaDevice find(SessionPlan plan, MfaDevice... listed) {
    sts.devices.addAll(List.of(listed));
    TokenService.Signer key = TokenService.Signer.of(((Base.Keys) plan.base()).key());
    return new Devices(
            sts,
            home.memory,
            (user, devices) -> {
              asked.add(user);
              return devices.get(1);
            })
        .find(plan, key);
  }

  private void fails(Failure failure, MfaDevice... listed) {
    assertThatThrownBy(() -> find(listed))
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }

  @Test
  void the_only_device_is_taken() {
    assertThat(find(ONE)).isEqualTo(ONE);
    assertThat(asked).isEmpty();
  }

  @Test
  void of_several_a_person_chooses() {
    assertThat(find(ONE, TWO)).isEqualTo(TWO);
    assertThat(asked).containsExactly(FakeSts.ALICE.arn());
  }

  @Test
  void a_passkey_is_not_offered() {
    assertThat(find(PASSKEY, ONE)).isEqualTo(ONE);
    assertThat(asked).isEmpty();
  }

  @Test
  void passkeys_alone_give_no_code() {
    fails(new ProfileFailure.NoDevice(FakeSts.ALICE.arn(), true), PASSKEY);
  }

  @Test
  void a_user_without_a_device_is_reported_so() {
    fails(new ProfileFailure.NoDevice(FakeSts.ALICE.arn(), false));
  }

  @Test
  void a_remembered_device_is_not_looked_up() {
    home.memory.rememberDevice(ID, TWO);
    assertThat(find(ONE)).isEqualTo(TWO);
    assertThat(sts.lists).isZero();
  }

  @Test
  void a_device_that_the_files_name_counts_before_a_remembered_one() {
    home.memory.rememberDevice(ID, TWO);
    home.write("config", "[profile user]\nmfa_serial = " + ONE + "\n");
    assertThat(find()).isEqualTo(ONE);
  }

  @Test
  void whose_the_key_is_is_remembered() {
    find(ONE);
    assertThat(home.memory.identity(ID)).contains(FakeSts.ALICE);
  }

  @Test
  void a_name_is_that_of_a_device_of_the_user() {
    assertThat(findTyped("two", ONE, TWO)).isEqualTo(TWO);
    assertThat(asked).isEmpty();
  }

  @Test
  void a_hardware_token_is_known_by_its_number() {
    MfaDevice token = new MfaDevice("GAHT12345678");
    assertThat(findTyped("GAHT12345678", ONE, token)).isEqualTo(token);
  }

  @Test
  void a_name_that_no_device_has_is_refused() {
    assertThatThrownBy(() -> findTyped("three", ONE, TWO))
        .hasMessageContaining("the user of profile 'user' has no MFA device 'three'");
  }

  @Test
  void a_name_from_the_files_or_from_memory_is_not_looked_up() {
    home.memory.rememberDevice(ID, TWO);
    assertThat(findTyped("two")).isEqualTo(TWO);
    home.write("config", "[profile user]\nmfa_serial = " + ONE + "\n");
    assertThat(findTyped("one")).isEqualTo(ONE);
    assertThat(sts.lists).isZero();
  }

  @Test
  void the_number_of_a_token_needs_no_IAM() {
    sts.listing =
        new AwsFailure.Unreachable("https://iam.amazonaws.com", "connection refused", false);
    assertThat(findTyped("GAHT12345678")).isEqualTo(new MfaDevice("GAHT12345678"));
    assertThatThrownBy(() -> findTyped("phone")).isInstanceOf(FailureException.class);
  }

  @ParameterizedTest
  @CsvSource({"phone, arn:aws:iam::123456789012:mfa/phone", "GAHT12345678, GAHT12345678"})
  void who_may_not_list_devices_names_one_of_the_own_account(String typed, String serial) {
    sts.listing = new AwsFailure.Refused("AccessDenied", "not authorized", "");
    assertThat(findTyped(typed)).isEqualTo(new MfaDevice(serial));
  }

  @Test
  void the_device_of_a_root_user_gives_no_codes_for_calls() {
    MfaDevice device = new MfaDevice("arn:aws:iam::123456789012:mfa/root-account-mfa-device");
    home.memory.rememberDevice(ID, device);
    assertThat(find()).isEqualTo(device);
    String root = "arn:aws:iam::123456789012:root";
    home.memory.rememberIdentity(ID, new Identity("123456789012", root, "123456789012"));
    assertThatThrownBy(() -> find(device)).hasMessageContaining("has keys of the root user");
  }
}
