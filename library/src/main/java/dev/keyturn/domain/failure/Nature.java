package dev.keyturn.domain.failure;

/** What follows from a failure; the answers for each kind are in {@link FailureName}. */
public final class Nature {

  /** What is at fault. */
  public enum Fault {
    /** What was typed. */
    COMMAND_LINE,
    /** A profile, a file, or a place for keys. */
    SETUP,
    /** AWS refuses what it was asked. */
    REFUSAL,
    /** There is nobody who types a code or a passphrase, signs in, or chooses. */
    PERSON_NEEDED,
    /** AWS cannot be reached, or fails. */
    AWS_FAILS,
    /** Another program uses or has changed a file. */
    FILE_IN_USE,
    /** The program to run does not exist. */
    PROGRAM_MISSING,
    /** The program to run is no program. */
    PROGRAM_NOT_EXECUTABLE,
    /** The user wants to stop. */
    INTERRUPTION
  }

  /** What became of the MFA code that the failed call carried. */
  enum Code {
    /** AWS refused it, or refused the call before it looked at the code. */
    UNUSED,
    /** As {@link #UNUSED} if the call never reached AWS, else as {@link #MAY_BE_USED}. */
    UNUSED_IF_UNSENT,
    /** AWS may have accepted it. Also for failures that no call with a code ends with. */
    MAY_BE_USED
  }

  /** Whom a failure concerns. */
  enum Reach {
    /** Everything that needs a code of the same key and device. */
    KEY,
    /** One profile, or one call. */
    PROFILE
  }

  /** What helps. */
  enum Cure {
    /** Another MFA code. */
    ANOTHER_CODE,
    /** To wait. */
    TIME,
    /** The same call again. */
    RETRY,
    /** The same call again, and again with longer pauses. */
    SLOWER,
    /** A person who types a code or chooses a device. */
    PERSON,
    /** To change what is wrong: a file, an option, a policy, a key, a clock. */
    CHANGE,
    /** Nothing: the user wants to stop. */
    NONE
  }

  private Nature() {}

  /** Whether the MFA code that the failed call carried can still be used, beyond doubt. */
  public static boolean leavesCodeUnused(Failure failure) {
    return switch (failure.name().code()) {
      case UNUSED -> true;
      case UNUSED_IF_UNSENT ->
          failure instanceof AwsFailure.Unreachable unreachable && !unreachable.sent();
      case MAY_BE_USED -> false;
    };
  }

  /** Whether no file has a profile {@code name}. */
  public static boolean isUnknownProfile(Failure failure, String name) {
    return failure instanceof ProfileFailure.Unknown unknown && unknown.profile().equals(name)
        || failure instanceof ProfileFailure.NoProfiles none && none.profile().equals(name);
  }

  /** Whether the same call may succeed with another MFA code. */
  public static boolean isMendedByAnotherCode(Failure failure) {
    return failure.name().cure() == Cure.ANOTHER_CODE;
  }

  /**
   * Whether everything that waits for a code of the same key and device fails in the same way: what
   * is wrong with code, device, key, clock or network is wrong for all of it, and a person who
   * gives up is not asked again.
   */
  public static boolean concernsAllWithTheSameKey(Failure failure) {
    return failure.name().reach() == Reach.KEY;
  }

  /** Whether the same attempt may succeed later although nobody does anything about it. */
  public static boolean isTemporary(Failure failure) {
    return switch (failure.name().cure()) {
      case TIME, RETRY, SLOWER -> true;
      case ANOTHER_CODE, PERSON, CHANGE, NONE -> false;
    };
  }

  /** Whether all that is missing is a person, who types a code or chooses a device. */
  public static boolean needsPerson(Failure failure) {
    return failure.name().cure() == Cure.PERSON;
  }

  /**
   * How often a call to AWS without an MFA code is made before this failure of it is final. A fault
   * is reported soon; of many roles assumed at once, the last may be throttled many times.
   */
  public static int tries(Failure failure) {
    return switch (failure.name().cure()) {
      case SLOWER -> 10;
      case RETRY -> 3;
      case TIME, ANOTHER_CODE, PERSON, CHANGE, NONE -> 1;
    };
  }

  /** Whether nothing else is to be tried after it: the user wants the whole command to stop. */
  public static boolean stopsEverything(Failure failure) {
    return failure.name().cure() == Cure.NONE;
  }

  /** Whether a policy forbids the call, or none allows it. */
  public static boolean isDenied(Failure failure) {
    return isRefusedAs("AccessDenied", failure);
  }

  /** Whether a policy forbids the call, and does not only fail to allow it. */
  public static boolean isDeniedExplicitly(Failure failure) {
    return isDenied(failure) && failure.message().contains("explicit deny");
  }

  /** Whether what a call was to create exists already. */
  public static boolean saysItExists(Failure failure) {
    return isRefusedAs("EntityAlreadyExists", failure);
  }

  /** Whether what a call names does not exist. */
  public static boolean saysItIsMissing(Failure failure) {
    return isRefusedAs("NoSuchEntity", failure);
  }

  /** Whether a quota of AWS leaves no room for another one. */
  public static boolean isOverQuota(Failure failure) {
    return isRefusedAs("LimitExceeded", failure);
  }

  /** Whether a policy names a principal that does not exist, or that AWS does not know of yet. */
  public static boolean saysPrincipalIsUnknown(Failure failure) {
    return failure instanceof AwsFailure.Refused refused
        && refused.code().startsWith("MalformedPolicy")
        && refused.message().contains("rincipal");
  }

  /** Whether a bucket has no policy. */
  public static boolean saysThereIsNoPolicy(Failure failure) {
    return isRefusedAs("NoSuchBucketPolicy", failure);
  }

  private static boolean isRefusedAs(String code, Failure failure) {
    return failure instanceof AwsFailure.Refused refused && refused.code().equals(code);
  }

  /** Whether a place can be opened and does not have the secret that it was asked for. */
  public static boolean saysSecretIsMissing(Failure failure) {
    return failure.name() == FailureName.STORE_MISSES_KEY;
  }

  /** Whether a place for secrets cannot be reached. */
  public static boolean saysPlaceIsUnavailable(Failure failure) {
    return failure.name() == FailureName.STORE_UNAVAILABLE;
  }

  /** Whether AWS does not accept the credentials that signed the call, whatever it does. */
  public static boolean refusesCredentials(Failure failure) {
    return failure.name() == FailureName.REFUSED_KEY;
  }

  /** Whether the user has no MFA device that gives codes. */
  public static boolean lacksDevice(Failure failure) {
    return failure.name() == FailureName.NO_MFA_DEVICE
        || failure.name() == FailureName.PASSKEY_ONLY;
  }

  /** Whether AWS may have done what it was asked to do, although the call failed. */
  public static boolean mayHaveBeenDone(Failure failure) {
    return failure.name() == FailureName.SERVICE_FAULT
        || (failure instanceof AwsFailure.Unreachable unreachable && unreachable.sent());
  }

  /** Whether AWS did not even look at the call, so that it can be sent again whatever it does. */
  public static boolean isSlowedDown(Failure failure) {
    return failure.name().cure() == Cure.SLOWER;
  }
}
