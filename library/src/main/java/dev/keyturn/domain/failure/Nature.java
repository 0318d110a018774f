package dev.keyturn.domain.failure;

/** What follows from a failure; {@link FailureName} has the answers for each kind. */
public final class Nature {

  /** What is at fault. */
  public enum Fault {
    /** The command line. */
    COMMAND_LINE,
    /** A profile, a file, or a place for keys. */
    SETUP,
    /** AWS refused the request. */
    REFUSAL,
    /** Nobody is present to type a code or a passphrase, to sign in, or to choose. */
    PERSON_NEEDED,
    /** AWS cannot be reached, or fails. */
    AWS_FAILS,
    /** Another program uses or has changed a file. */
    FILE_IN_USE,
    /** The program to run does not exist. */
    PROGRAM_MISSING,
    /** The program to run is not executable. */
    PROGRAM_NOT_EXECUTABLE,
    /** The user wants to stop. */
    INTERRUPTION
  }

  /** What happened to the MFA code of the failed call. */
  enum Code {
    /** AWS refused it, or refused the call before it looked at the code. */
    UNUSED,
    /** {@link #UNUSED} if the call never reached AWS, else {@link #MAY_BE_USED}. */
    UNUSED_IF_UNSENT,
    /** AWS may have accepted it. Also used for failures that a call with a code cannot have. */
    MAY_BE_USED
  }

  /** What a failure affects. */
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
    /** Waiting. */
    TIME,
    /** The same call again. */
    RETRY,
    /** The same call again, several times with longer pauses. */
    SLOWER,
    /** A person who types a code or chooses a device. */
    PERSON,
    /** Correcting a file, an option, a policy, a key or a clock. */
    CHANGE,
    /** Nothing: the user wants to stop. */
    NONE
  }

  private Nature() {}

  /** Whether the MFA code of the failed call can certainly still be used. */
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
    return (failure instanceof ProfileFailure.Unknown unknown && unknown.profile().equals(name))
        || (failure instanceof ProfileFailure.NoProfiles none && none.profile().equals(name));
  }

  /** Whether the same call may succeed with another MFA code. */
  public static boolean isMendedByAnotherCode(Failure failure) {
    return failure.name().cure() == Cure.ANOTHER_CODE;
  }

  /**
   * Whether everything that waits for a code of the same key and device fails in the same way: a
   * wrong code, device, key, clock or network affects all of it, and a user who cancels is not
   * asked again.
   */
  public static boolean concernsAllWithTheSameKey(Failure failure) {
    return failure.name().reach() == Reach.KEY;
  }

  /** Whether the same attempt may succeed later without any action. */
  public static boolean isTemporary(Failure failure) {
    return switch (failure.name().cure()) {
      case TIME, RETRY, SLOWER -> true;
      case ANOTHER_CODE, PERSON, CHANGE, NONE -> false;
    };
  }

  /** Whether only a person is missing, who types a code or chooses a device. */
  public static boolean needsPerson(Failure failure) {
    return failure.name().cure() == Cure.PERSON;
  }

  /**
   * How many attempts a call to AWS without an MFA code gets before this failure is final. A fault
   * is reported soon; when many roles are assumed at once, the last one may be throttled many
   * times.
   */
  public static int tries(Failure failure) {
    return switch (failure.name().cure()) {
      case SLOWER -> 10;
      case RETRY -> 3;
      case TIME, ANOTHER_CODE, PERSON, CHANGE, NONE -> 1;
    };
  }

  /** Whether the whole command must stop, because the user wants it to. */
  public static boolean stopsEverything(Failure failure) {
    return failure.name().cure() == Cure.NONE;
  }

  /** Whether a policy denies the call, or none allows it. */
  public static boolean isDenied(Failure failure) {
    return isRefusedAs("AccessDenied", failure);
  }

  /** Whether a policy denies the call explicitly. */
  public static boolean isDeniedExplicitly(Failure failure) {
    return isDenied(failure) && failure.message().contains("explicit deny");
  }

  /** Whether the resource to be created exists already. */
  public static boolean saysItExists(Failure failure) {
    return isRefusedAs("EntityAlreadyExists", failure);
  }

  /** Whether the resource named in the call does not exist. */
  public static boolean saysItIsMissing(Failure failure) {
    return isRefusedAs("NoSuchEntity", failure);
  }

  /** Whether an AWS quota is exhausted. */
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

  /** Whether a store can be opened but does not contain the requested secret. */
  public static boolean saysSecretIsMissing(Failure failure) {
    return failure.name() == FailureName.STORE_MISSES_KEY;
  }

  /** Whether a store for secrets cannot be reached. */
  public static boolean saysPlaceIsUnavailable(Failure failure) {
    return failure.name() == FailureName.STORE_UNAVAILABLE;
  }

  /** Whether AWS rejects the credentials that signed the call, for any action. */
  public static boolean refusesCredentials(Failure failure) {
    return failure.name() == FailureName.REFUSED_KEY;
  }

  /** Whether the user has no MFA device that gives codes. */
  public static boolean lacksDevice(Failure failure) {
    return failure.name() == FailureName.NO_MFA_DEVICE
        || failure.name() == FailureName.PASSKEY_ONLY;
  }

  /** Whether AWS may have performed the action although the call failed. */
  public static boolean mayHaveBeenDone(Failure failure) {
    return failure.name() == FailureName.SERVICE_FAULT
        || (failure instanceof AwsFailure.Unreachable unreachable && unreachable.sent());
  }

  /** Whether AWS rejected the call unprocessed, so that any action can be sent again. */
  public static boolean isSlowedDown(Failure failure) {
    return failure.name().cure() == Cure.SLOWER;
  }
}
