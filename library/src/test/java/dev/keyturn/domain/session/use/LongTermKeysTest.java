package dev.keyturn.domain.session.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.Plans;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.session.FakeSts;
import dev.keyturn.domain.session.SessionHome;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users without an MFA device get their own keys, and nobody else does. */
class LongTermKeysTest {

  private static final MfaDevice PASSKEY =
      new MfaDevice("arn:aws:iam::123456789012:u2f/user/alice/phone-EXAMPLE2ABCDEFGHIJ");

  @TempDir Path folder;
  private final List<String> notes = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // made before each test
  private SessionHome home;

  @SuppressWarnings("NullAway.Init") // made before each test
  private FakeSts sts;

  @BeforeEach
  void a_user_with_keys_alone() {
    home = new SessionHome(folder, "", "[alone]\n" + Plans.KEYS);
    sts = new FakeSts(home.clock);
  }

  @Test
  void a_user_without_a_device_gets_the_long_term_keys_and_is_reported() {
    HandedCredentials handed = obtain(home.profile("alone"), false);

    assertThat(handed.accessKeyId()).isEqualTo("AKIAIOSFODNN7EXAMPLE");
    assertThat(handed.sessionToken()).isNull();
    assertThat(notes)
        .containsExactly("profile 'alone' has no MFA device: its long-term keys are handed over");
  }

  @Test
  void the_keys_may_be_those_of_the_environment() {
    home.write("config", "[default]\nregion = eu-central-1\n");
    Map<String, String> environment =
        Map.of(
            "AWS_ACCESS_KEY_ID", "AKIAI44QH8DHBEXAMPLE", "AWS_SECRET_ACCESS_KEY", "je7MtGbClwBF");
    PlannedProfile profile = home.profiles().plan(PlanRequest.of("default", environment));

    assertThat(obtain(profile, false).accessKeyId()).isEqualTo("AKIAI44QH8DHBEXAMPLE");
  }

  @Test
  void who_demands_mfa_gets_none() {
    assertThat(failure(true)).isInstanceOf(ProfileFailure.NoDevice.class);
  }

  @Test
  void who_has_only_a_passkey_gets_none() {
    sts.devices.add(PASSKEY);

    assertThat(failure(false)).isInstanceOf(ProfileFailure.NoDevice.class);
  }

  @Test
  void where_iam_cannot_be_asked_nobody_gets_any() {
    Failure unreachable =
        new AwsFailure.Unreachable("https://iam.amazonaws.com", "no route", false);
    sts.listing = unreachable;

    assertThat(failure(false)).isEqualTo(unreachable);
  }

  private Failure failure(boolean requireMfa) {
    Failure[] found = new Failure[1];
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> obtain(home.profile("alone"), requireMfa))
        .satisfies(e -> found[0] = e.failure());
    assertThat(notes).isEmpty();
    return found[0];
  }

  private HandedCredentials obtain(PlannedProfile profile, boolean requireMfa) {
    return home.profiles(this::maker, notes::add)
        .obtain(profile, FreshnessRequirement.VALID, requireMfa)
        .credentials();
  }

  private SessionMaker maker() {
    return home.maker(
        plan -> Objects.requireNonNull(TokenService.Signer.of(plan.base())),
        sts,
        (device, purpose) -> MfaCode.parse("123456"));
  }
}
