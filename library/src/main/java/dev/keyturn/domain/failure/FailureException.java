package dev.keyturn.domain.failure;

/** Carries a {@link Failure} to the code that reports it. Its text contains no secrets. */
public final class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  /** Wraps {@code failure}. */
  public FailureException(Failure failure) {
    super(failure.message());
    this.failure = failure;
  }

  /** Wraps {@code failure}, caused by {@code cause}. */
  public FailureException(Failure failure, Throwable cause) {
    super(failure.message(), cause);
    this.failure = failure;
  }

  /** The same with {@code profile} in the failure's hint. */
  public FailureException concerning(String profile) {
    return with(failure.concerning(profile));
  }

  /** The same with {@code profile} and the place of the signing keys in the failure's hint. */
  public FailureException concerning(String profile, RefusedKeyCause.Holder keys) {
    return with(failure.concerning(profile, keys));
  }

  private FailureException with(Failure same) {
    return same.equals(failure) ? this : new FailureException(same, this);
  }

  /** What went wrong. */
  public Failure failure() {
    return failure;
  }
}
