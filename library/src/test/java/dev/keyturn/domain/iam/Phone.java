package dev.keyturn.domain.iam;

import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.iam.device.EnrollmentDialog;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.mfa.Totp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A person with an authenticator app, who scans and types what is asked, and has patience. */
public class Phone implements MfaCodeSource, EnrollmentDialog {

  private final LocalAws aws;
  private final Map<MfaDevice, Totp> seeds = new HashMap<>();

  /** The messages shown to the person. */
  public final List<String> told = new ArrayList<>();

  /** How many of the next codes are mistyped. */
  public int mistyped;

  /** How many more times the person answers before cancelling. */
  public int patience = Integer.MAX_VALUE;

  /** How far the app's clock is ahead. */
  public Duration ahead = Duration.ZERO;

  /** What is asked for a code. */
  public int asked;

  public Phone(LocalAws aws) {
    this.aws = aws;
    seeds.put(new MfaDevice(LocalAws.DEVICE), Totp.ofBase32(LocalAws.SEED));
  }

  private void answer() {
    if (patience-- <= 0) {
      throw new Failure.Interrupted().exception();
    }
  }

  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    answer();
    asked++;
    Totp app = seeds.get(device);
    if (app == null) {
      throw new AssertionError("nobody has scanned " + device);
    }
    MfaCode code = app.at(now());
    return mistyped-- > 0 ? wrong(code) : code;
  }

  /** What the app's clock shows. */
  public Instant now() {
    return aws.clock().instant().plus(ahead);
  }

  private static MfaCode wrong(MfaCode right) {
    return MfaCode.parse("%06d".formatted((Integer.parseInt(right.digits()) + 1) % 1_000_000));
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public boolean canCorrect() {
    return true;
  }

  @Override
  public void explain(String why) {
    told.add(why);
  }

  @Override
  public void awaitNext(Duration wait) {
    aws.pass(wait);
  }

  @Override
  public void requirePerson() {}

  @Override
  public void show(NewDevice device) {
    answer();
    seeds.put(device.device(), Totp.ofBase32(device.seed().reveal(Reveal.EXPORT)));
  }

  @Override
  public boolean hasScanned(MfaDevice device) {
    answer();
    return seeds.containsKey(device);
  }

  @Override
  public boolean mayReplaceUnused(MfaDevice device) {
    answer();
    return true;
  }
}
