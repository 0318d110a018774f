package dev.keyturn.domain.failure;

import static dev.keyturn.domain.failure.Nature.Code.MAY_BE_USED;
import static dev.keyturn.domain.failure.Nature.Code.UNUSED;
import static dev.keyturn.domain.failure.Nature.Code.UNUSED_IF_UNSENT;
import static dev.keyturn.domain.failure.Nature.Cure.ANOTHER_CODE;
import static dev.keyturn.domain.failure.Nature.Cure.CHANGE;
import static dev.keyturn.domain.failure.Nature.Cure.NONE;
import static dev.keyturn.domain.failure.Nature.Cure.PERSON;
import static dev.keyturn.domain.failure.Nature.Cure.RETRY;
import static dev.keyturn.domain.failure.Nature.Cure.SLOWER;
import static dev.keyturn.domain.failure.Nature.Cure.TIME;
import static dev.keyturn.domain.failure.Nature.Fault.AWS_FAILS;
import static dev.keyturn.domain.failure.Nature.Fault.COMMAND_LINE;
import static dev.keyturn.domain.failure.Nature.Fault.FILE_IN_USE;
import static dev.keyturn.domain.failure.Nature.Fault.INTERRUPTION;
import static dev.keyturn.domain.failure.Nature.Fault.PERSON_NEEDED;
import static dev.keyturn.domain.failure.Nature.Fault.PROGRAM_MISSING;
import static dev.keyturn.domain.failure.Nature.Fault.PROGRAM_NOT_EXECUTABLE;
import static dev.keyturn.domain.failure.Nature.Fault.REFUSAL;
import static dev.keyturn.domain.failure.Nature.Fault.SETUP;
import static dev.keyturn.domain.failure.Nature.Reach.KEY;
import static dev.keyturn.domain.failure.Nature.Reach.PROFILE;

import dev.keyturn.domain.failure.Nature.Code;
import dev.keyturn.domain.failure.Nature.Cure;
import dev.keyturn.domain.failure.Nature.Fault;
import dev.keyturn.domain.failure.Nature.Reach;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The stable names of failures, which scripts read in JSON and {@code docs/exit-codes.md} lists,
 * each with the failures it names and with their nature: what is at fault, what happened to the MFA
 * code, what the failure affects, what helps. Code decides by {@link Nature}'s questions, so that
 * the answers for a new failure are given only here.
 */
public enum FailureName {
  USAGE(COMMAND_LINE, MAY_BE_USED, PROFILE, CHANGE, Failure.Usage.class),
  UNKNOWN_PROFILE(
      SETUP,
      MAY_BE_USED,
      PROFILE,
      CHANGE,
      ProfileFailure.Unknown.class,
      ProfileFailure.NoProfiles.class),
  UNKNOWN_SOURCE_PROFILE(SETUP, MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.UnknownSource.class),
  SOURCE_PROFILE_LOOP(SETUP, MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.SourceLoop.class),
  BAD_PROFILE(SETUP, MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.Bad.class),
  FORBIDDEN_TARGET(SETUP, MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.ForbiddenTarget.class),
  NO_MFA_DEVICE(SETUP, MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.NoDevice.class),
  ROOT_USER(SETUP, MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.RootUser.class),
  PASSKEY_ONLY(SETUP, MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.PasskeyNamed.class),
  PLAIN_HTTP(SETUP, MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.PlainHttp.class),
  BROKEN_FILE(SETUP, MAY_BE_USED, PROFILE, CHANGE, FileFailure.Broken.class),
  UNREADABLE_FILE(SETUP, MAY_BE_USED, PROFILE, CHANGE, FileFailure.Unreadable.class),
  UNWRITABLE_FILE(
      SETUP,
      MAY_BE_USED,
      PROFILE,
      CHANGE,
      FileFailure.Unwritable.class,
      FileFailure.UnwritableTarget.class,
      FileFailure.NoStateFolder.class),
  UNWRITABLE_OUTPUT(SETUP, MAY_BE_USED, PROFILE, CHANGE, Failure.UnwritableOutput.class),
  FILE_BUSY(FILE_IN_USE, MAY_BE_USED, PROFILE, TIME, FileFailure.Busy.class),
  FILE_CHANGED(
      FILE_IN_USE, MAY_BE_USED, PROFILE, TIME, FileFailure.Changed.class, FileFailure.Edited.class),
  WRONG_CODE(REFUSAL, UNUSED, KEY, ANOTHER_CODE, AwsFailure.WrongCode.class),
  USED_CODE(REFUSAL, MAY_BE_USED, KEY, ANOTHER_CODE, AwsFailure.UsedCode.class),
  UNKNOWN_MFA_DEVICE(REFUSAL, UNUSED, KEY, CHANGE, AwsFailure.UnknownDevice.class),
  REFUSED_KEY(REFUSAL, UNUSED, KEY, CHANGE, AwsFailure.RefusedKey.class),
  CLOCK_OFF(REFUSAL, UNUSED, KEY, CHANGE, AwsFailure.ClockOff.class),
  REFUSED(REFUSAL, MAY_BE_USED, PROFILE, CHANGE, AwsFailure.Refused.class),
  UNREACHABLE(AWS_FAILS, UNUSED_IF_UNSENT, KEY, TIME, AwsFailure.Unreachable.class),
  SERVICE_FAULT(AWS_FAILS, MAY_BE_USED, KEY, RETRY, AwsFailure.ServiceFault.class),
  THROTTLED(AWS_FAILS, MAY_BE_USED, KEY, SLOWER, AwsFailure.Throttled.class),
  NO_TERMINAL(PERSON_NEEDED, MAY_BE_USED, PROFILE, PERSON, Failure.NoTerminal.class),
  NO_MFA_CODE(PERSON_NEEDED, MAY_BE_USED, KEY, PERSON, Failure.NoMfaCode.class),
  SEVERAL_MFA_DEVICES(PERSON_NEEDED, MAY_BE_USED, PROFILE, PERSON, Failure.SeveralDevices.class),
  STORE_UNAVAILABLE(SETUP, MAY_BE_USED, PROFILE, CHANGE, StoreFailure.Unavailable.class),
  STORE_MISSES_KEY(SETUP, MAY_BE_USED, PROFILE, CHANGE, StoreFailure.Missing.class),
  STORE_LOCKED(PERSON_NEEDED, MAY_BE_USED, PROFILE, PERSON, StoreFailure.Locked.class),
  WRONG_PASSPHRASE(PERSON_NEEDED, MAY_BE_USED, PROFILE, PERSON, StoreFailure.WrongPassphrase.class),
  COMMAND_NOT_FOUND(PROGRAM_MISSING, MAY_BE_USED, PROFILE, CHANGE, Failure.NoProgram.class),
  COMMAND_NOT_EXECUTABLE(PROGRAM_NOT_EXECUTABLE, MAY_BE_USED, PROFILE, CHANGE),
  SIGNED_OUT(PERSON_NEEDED, MAY_BE_USED, PROFILE, PERSON, ProfileFailure.SignedOut.class),
  INTERRUPTED(INTERRUPTION, MAY_BE_USED, KEY, NONE, Failure.Interrupted.class);

  private final Fault fault;
  private final Code code;
  private final Reach reach;
  private final Cure cure;

  @SuppressWarnings("ImmutableEnumChecker") // the list never changes
  private final List<Class<?>> failures;

  FailureName(Fault fault, Code code, Reach reach, Cure cure, Class<?>... failures) {
    this.fault = fault;
    this.code = code;
    this.reach = reach;
    this.cure = cure;
    this.failures = List.of(failures);
  }

  /** The name of a failure that does not override {@link Failure#name()}. */
  static FailureName of(Failure failure) {
    for (FailureName name : values()) {
      if (name.failures.contains(failure.getClass())) {
        return name;
      }
    }
    throw new IllegalStateException("no name for " + failure.getClass());
  }

  /** The constant with this {@link #text()}. */
  public static Optional<FailureName> of(String text) {
    for (FailureName name : values()) {
      if (name.text().equals(text)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The name in outputs. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is at fault, which decides the exit code. */
  public Fault fault() {
    return fault;
  }

  Code code() {
    return code;
  }

  Reach reach() {
    return reach;
  }

  Cure cure() {
    return cure;
  }
}
