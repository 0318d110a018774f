package dev.keyturn.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;

/** Expects a plan to be refused, and the reason to say what it must. */
public final class Failures {

  private Failures() {}

  public static void usage(Runnable action, String... parts) {
    check(action, Failure.Usage.class, parts);
  }

  public static void badProfile(Runnable action, String... parts) {
    check(action, ProfileFailure.Bad.class, parts);
  }

  public static void forbidden(Runnable action, String... parts) {
    check(action, ProfileFailure.ForbiddenTarget.class, parts);
  }

  public static void check(Runnable action, Class<? extends Failure> kind, String... parts) {
    Failure failure = of(action);
    assertThat(failure).isInstanceOf(kind);
    for (String part : parts) {
      assertThat(failure.message()).contains(part);
    }
    assertThat(failure.hint()).isNotEmpty();
  }

  public static Failure of(Runnable action) {
    FailureException thrown = catchThrowableOfType(FailureException.class, action::run);
    assertThat(thrown).as("a refusal").isNotNull();
    return thrown.failure();
  }
}
