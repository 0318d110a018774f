package dev.keyturn.domain.session.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.Plans;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.session.FakeSts;
import dev.keyturn.domain.session.SessionHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    sts.devices.addAll(List.of(listed));
    SessionPlan plan = home.plan("user");
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
  void a_passkey_is_no_choice() {
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
}
