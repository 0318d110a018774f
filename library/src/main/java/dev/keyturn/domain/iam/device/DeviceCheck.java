package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.iam.AwsClock;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.MfaDeviceService;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.mfa.CodeSpending;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.mfa.Totp;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.make.CodeOrder;
import dev.keyturn.domain.session.make.TokenService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Tests whether an enabled device works, and resynchronises it with AWS. */
public final class DeviceCheck {

  /** The shortest that STS grants; the session is discarded. */
  private static final Duration SHORTEST = Duration.ofMinutes(15);

  /**
   * The result of a test in which AWS accepted a code.
   *
   * @param device the device
   * @param ahead how far its clock is ahead of AWS's, to the second, within half of a code's time;
   *     null if nobody watched the code change
   */
  public record Checked(MfaDevice device, @Nullable Duration ahead) {}

  /** The port to the person who watches the device. */
  public interface Watcher {
    /** Returns in the moment in which the device shows its next code; false if nobody watches. */
    boolean seesNextCode(MfaDevice device);
  }

  private final TokenService tokens;
  private final AwsClock aws;
  private final MfaDeviceService devices;
  private final CodeSpending spending;
  private final CodeOrder order;
  private final MfaCodeSource person;
  private final ConsecutiveCodes codes;
  private final InstantSource clock;

  public DeviceCheck(
      TokenService tokens,
      AwsClock aws,
      MfaDeviceService devices,
      CodeSpending spending,
      CodeOrder order,
      MfaCodeSource person,
      ConsecutiveCodes codes,
      InstantSource clock) {
    this.tokens = tokens;
    this.aws = aws;
    this.devices = devices;
    this.spending = spending;
    this.order = order;
    this.person = person;
    this.codes = codes;
    this.clock = clock;
  }

  /**
   * Has a code of the device checked by AWS, which has no effect except that the code is used.
   *
   * @throws dev.keyturn.domain.failure.FailureException as a login
   */
  public Checked test(UserCalls user, MfaDevice device, Watcher watcher) {
    IamCaller caller = new IamCaller(user.plan().endpoints(), user.longTermKeys());
    Duration ahead = watcher.seesNextCode(device) ? ahead(caller) : null;
    spending.spend(
        order.of(user.plan(), device, person),
        device,
        user.profile().name(),
        code ->
            tokens.getSessionToken(
                caller.endpoints(),
                caller.signer(),
                new Step.GetSessionToken(SHORTEST, true),
                new TokenService.Mfa(device, code)));
    return new Checked(device, ahead);
  }

  /** Codes change at each half minute of the device's clock. */
  private Duration ahead(IamCaller caller) {
    Instant changed = clock.instant();
    Duration awsAhead = Duration.between(clock.instant(), aws.now(caller));
    long step = Totp.STEP.toSeconds();
    long since = Math.floorMod(changed.plus(awsAhead).getEpochSecond(), step);
    return Duration.ofSeconds(since <= step / 2 ? -since : step - since);
  }

  /**
   * Resynchronises the device: AWS computes from two consecutive codes how far its clock is off.
   *
   * @throws dev.keyturn.domain.failure.FailureException as IAM, and as the source of codes
   */
  public void resync(UserCalls user, MfaDevice device) {
    codes.announceFirst(2);
    codes.spend(
        device,
        user.profile().name(),
        2,
        (first, second) ->
            user.call(caller -> {
              devices.resync(caller, user.userName(), device, first, second);
              return device;
            }));
  }
}
