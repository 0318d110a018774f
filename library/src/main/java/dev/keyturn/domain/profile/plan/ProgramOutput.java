package dev.keyturn.domain.profile.plan;

import java.util.Map;

/** The port to the programs that the AWS files name. Thread-safe. */
public interface ProgramOutput {

  /**
   * As {@link #checkNotWithin(String)}, for the profile of {@code plan} and the one whose program
   * it begins with. To be called before waiting for a lock, which the process that runs the program
   * may hold.
   */
  default void checkNotWithin(SessionPlan plan) {
    checkNotWithin(plan.profile());
    if (plan.base() instanceof SessionPlan.Base.CredentialProcess process) {
      checkNotWithin(process.profile());
    }
  }

  /**
   * Refuses to run a program for a profile whose program is already running; a program's
   * environment names the profile it is run for.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Bad} when a program
   *     that is run for the credentials of {@code profile} led here
   */
  void checkNotWithin(String profile);

  /**
   * Runs a program for at most a minute, without standard input; its standard error is passed
   * through.
   *
   * @param more variables beyond those it inherits
   * @return what it writes to standard output
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Bad} when it cannot
   *     be run, fails or takes too long; {@code Interrupted}
   */
  String of(SettingProgram program, Map<String, String> more);
}
