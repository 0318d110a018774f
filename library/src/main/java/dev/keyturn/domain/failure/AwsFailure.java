package dev.keyturn.domain.failure;

import dev.keyturn.domain.text.ShellCommand;

/** AWS refused a request, or could not be reached. */
public sealed interface AwsFailure extends Failure {

  /**
   * The code was wrong, or already used by another program: AWS reports both with the same text.
   */
  record WrongCode(String device) implements AwsFailure {
    @Override
    public String message() {
      return "AWS did not accept the code for " + device;
    }

    @Override
    public String hint() {
      return "wait for the next code, check that the app shows the right account, and that this"
          + " computer's clock is right";
    }
  }

  /** AWS accepted the code before, or may have accepted it. */
  record UsedCode(String device, long secondsToNext) implements AwsFailure {
    @Override
    public String message() {
      return "this code was already used for " + device + "; AWS accepts each code once";
    }

    @Override
    public String hint() {
      return "the next code comes in " + secondsToNext + " s";
    }
  }

  /** The serial number is unknown to AWS, or belongs to another user. */
  record UnknownDevice(String device, String profile) implements AwsFailure {

    /** For a profile that is not known here. */
    public UnknownDevice(String device) {
      this(device, PROFILE);
    }

    @Override
    public String message() {
      return "this user has no MFA device '" + device + "'";
    }

    @Override
    public String hint() {
      return ShellCommand.of("keyturn", "mfa", "list", "-p", profile)
          + ", then "
          + (ShellCommand.ADD + "device SERIAL" + ShellCommand.ELSE)
          + ShellCommand.of("keyturn", "login", profile, "--device", "SERIAL");
    }

    @Override
    public Failure concerning(String other) {
      return new UnknownDevice(device, other);
    }
  }

  /** AWS does not know the access key, it is inactive, or the secret does not belong to it. */
  record RefusedKey(
      String accessKeyId,
      String code,
      String message,
      RefusedKeyCause cause,
      RefusedKeyCause.Holder holder,
      String profile)
      implements AwsFailure {

    /** For a profile that is not known here. */
    public RefusedKey(String accessKeyId, String code, String message, RefusedKeyCause cause) {
      this(accessKeyId, code, message, cause, inFiles(PROFILE), PROFILE);
    }

    private static RefusedKeyCause.Holder inFiles(String profile) {
      return new RefusedKeyCause.Holder(RefusedKeyCause.Kind.FILES, profile);
    }

    @Override
    public String hint() {
      return cause.repair(holder, profile);
    }

    @Override
    public Failure concerning(String other) {
      return concerning(other, inFiles(other));
    }

    @Override
    public Failure concerning(String other, RefusedKeyCause.Holder keys) {
      return holder.name().equals(PROFILE)
          ? new RefusedKey(accessKeyId, code, keys.located(message), cause, keys, other)
          : this;
    }
  }

  /** This computer's clock differs too much from AWS's. */
  record ClockOff(long seconds) implements AwsFailure {
    @Override
    public String message() {
      return ("this computer's clock is " + Math.abs(seconds) + " s ")
          + ((seconds < 0 ? "behind" : "ahead of") + " AWS's");
    }

    @Override
    public String hint() {
      return "set the clock: sudo timedatectl set-ntp true";
    }
  }

  /** A policy does not allow the call, or STS refused it for another reason. */
  record Refused(String code, String message, String advice, String profile) implements AwsFailure {

    /**
     * For a profile that is not known here; {@code advice} contains {@link #PROFILE} instead of its
     * name.
     */
    public Refused(String code, String message, String advice) {
      this(code, message, advice, PROFILE);
    }

    @Override
    public String hint() {
      return advice.replace(PROFILE, ShellCommand.of(profile));
    }

    @Override
    public Failure concerning(String other) {
      return new Refused(code, message, advice, other);
    }
  }

  /** No answer came; {@code sent} if the request may have arrived. */
  record Unreachable(String endpoint, String why, boolean sent) implements AwsFailure {
    @Override
    public String message() {
      return "cannot reach " + endpoint + ": " + why;
    }

    @Override
    public String hint() {
      return "check the network, HTTPS_PROXY, AWS_CA_BUNDLE and AWS_ENDPOINT_URL";
    }
  }

  /** An error on AWS's side, or an answer that does not come from AWS at all. */
  record ServiceFault(String endpoint, String what) implements AwsFailure {
    @Override
    public String message() {
      return endpoint + " answered with a fault: " + what;
    }

    @Override
    public String hint() {
      return "try again; if it keeps failing, check AWS_ENDPOINT_URL and"
          + " https://health.aws.amazon.com";
    }
  }

  /** AWS limits how often it is called, and kept refusing although Keyturn slowed down. */
  record Throttled(String endpoint, String code) implements AwsFailure {
    @Override
    public String message() {
      return endpoint + " is throttling requests (" + code + ")";
    }

    @Override
    public String hint() {
      return "try again in a minute";
    }
  }
}
