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
import static dev.keyturn.domain.failure.Nature.Reach.KEY;
import static dev.keyturn.domain.failure.Nature.Reach.PROFILE;

import dev.keyturn.domain.failure.Nature.Code;
import dev.keyturn.domain.failure.Nature.Cure;
import dev.keyturn.domain.failure.Nature.Reach;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The stable names of failures, which scripts read in JSON and {@code docs/exit-codes.md} lists,
 * each with the failures it names and with their nature: what became of the MFA code, whom the
 * failure concerns, what helps. Decide by {@link Nature}'s questions, so that a new failure has its
 * answers here and nowhere else.
 */
public enum FailureName {
  USAGE(MAY_BE_USED, PROFILE, CHANGE, Failure.Usage.class),
  UNKNOWN_PROFILE(
      MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.Unknown.class, ProfileFailure.NoProfiles.class),
  UNKNOWN_SOURCE_PROFILE(MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.UnknownSource.class),
  SOURCE_PROFILE_LOOP(MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.SourceLoop.class),
  BAD_PROFILE(MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.Bad.class),
  FORBIDDEN_TARGET(MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.ForbiddenTarget.class),
  NO_MFA_DEVICE(MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.NoDevice.class),
  ROOT_USER(MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.RootUser.class),
  PASSKEY_ONLY(MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.PasskeyNamed.class),
  PLAIN_HTTP(MAY_BE_USED, PROFILE, CHANGE, ProfileFailure.PlainHttp.class),
  BROKEN_FILE(MAY_BE_USED, PROFILE, CHANGE, FileFailure.Broken.class),
  UNREADABLE_FILE(MAY_BE_USED, PROFILE, CHANGE, FileFailure.Unreadable.class),
  UNWRITABLE_FILE(
      MAY_BE_USED,
      PROFILE,
      CHANGE,
      FileFailure.Unwritable.class,
      FileFailure.UnwritableTarget.class,
      FileFailure.NoStateFolder.class),
  UNWRITABLE_OUTPUT(MAY_BE_USED, PROFILE, CHANGE, Failure.UnwritableOutput.class),
  FILE_BUSY(MAY_BE_USED, PROFILE, TIME, FileFailure.Busy.class),
  FILE_CHANGED(MAY_BE_USED, PROFILE, TIME, FileFailure.Changed.class, FileFailure.Edited.class),
  WRONG_CODE(UNUSED, KEY, ANOTHER_CODE, AwsFailure.WrongCode.class),
  USED_CODE(MAY_BE_USED, KEY, ANOTHER_CODE, AwsFailure.UsedCode.class),
  UNKNOWN_MFA_DEVICE(UNUSED, KEY, CHANGE, AwsFailure.UnknownDevice.class),
  REFUSED_KEY(UNUSED, KEY, CHANGE, AwsFailure.RefusedKey.class),
  CLOCK_OFF(UNUSED, KEY, CHANGE, AwsFailure.ClockOff.class),
  REFUSED(MAY_BE_USED, PROFILE, CHANGE, AwsFailure.Refused.class),
  UNREACHABLE(UNUSED_IF_UNSENT, KEY, TIME, AwsFailure.Unreachable.class),
  SERVICE_FAULT(MAY_BE_USED, KEY, RETRY, AwsFailure.ServiceFault.class),
  THROTTLED(MAY_BE_USED, KEY, SLOWER, AwsFailure.Throttled.class),
  NO_TERMINAL(MAY_BE_USED, PROFILE, PERSON, Failure.NoTerminal.class),
  NO_MFA_CODE(MAY_BE_USED, KEY, PERSON, Failure.NoMfaCode.class),
  SEVERAL_MFA_DEVICES(MAY_BE_USED, PROFILE, PERSON, Failure.SeveralDevices.class),
  STORE_UNAVAILABLE(MAY_BE_USED, PROFILE, CHANGE, StoreFailure.Unavailable.class),
  STORE_MISSES_KEY(MAY_BE_USED, PROFILE, CHANGE, StoreFailure.Missing.class),
  STORE_LOCKED(MAY_BE_USED, PROFILE, PERSON, StoreFailure.Locked.class),
  WRONG_PASSPHRASE(MAY_BE_USED, PROFILE, PERSON, StoreFailure.WrongPassphrase.class),
  COMMAND_NOT_FOUND(MAY_BE_USED, PROFILE, CHANGE, Failure.NoProgram.class),
  COMMAND_NOT_EXECUTABLE(MAY_BE_USED, PROFILE, CHANGE),
  SIGNED_OUT(MAY_BE_USED, PROFILE, PERSON, ProfileFailure.SignedOut.class),
  INTERRUPTED(MAY_BE_USED, KEY, NONE, Failure.Interrupted.class);

  private final Code code;
  private final Reach reach;
  private final Cure cure;

  @SuppressWarnings("ImmutableEnumChecker") // the list never changes
  private final List<Class<?>> failures;

  FailureName(Code code, Reach reach, Cure cure, Class<?>... failures) {
    this.code = code;
    this.reach = reach;
    this.cure = cure;
    this.failures = List.of(failures);
  }

  /** The name of a failure that does not say it itself. */
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
