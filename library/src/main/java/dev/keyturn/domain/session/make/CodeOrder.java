package dev.keyturn.domain.session.make;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.profile.plan.ProgramOutput;
import dev.keyturn.domain.profile.plan.SessionPlan;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the MFA code of a session comes from: the first of the code that was typed with the
 * command, that of the environment or of the application's callback, the program that the profile
 * names as {@code mfa_process}, and a person.
 */
public final class CodeOrder {

  private final @Nullable MfaCodeSource first;
  private final ProgramOutput programs;
  private final MfaCodeSource person;
  private final Consumer<String> notes;
  private final Consumer<Duration> pause;

  /**
   * Takes its collaborators.
   *
   * @param first what comes before a profile's program; null for nothing
   * @param programs runs a profile's program
   * @param person who is asked where nothing else gives a code
   * @param notes takes what a user should know: of a program, or while another process is waited
   *     for
   * @param pause waits for a program's next code
   */
  public CodeOrder(
      @Nullable MfaCodeSource first,
      ProgramOutput programs,
      MfaCodeSource person,
      Consumer<String> notes,
      Consumer<Duration> pause) {
    this.first = first;
    this.programs = programs;
    this.person = person;
    this.notes = notes;
    this.pause = pause;
  }

  /** The code in {@code KEYTURN_MFA_CODE}; null when there is none. */
  public static @Nullable MfaCodeSource in(Map<String, String> environment) {
    String code = Variable.KEYTURN_MFA_CODE.in(environment);
    return code.isEmpty() ? null : new GivenCodeSource(code);
  }

  /**
   * Whether a code is given, by argument or variable, before it is known which device it is for.
   *
   * @param typed as for {@link #of}
   */
  boolean isGiven(@Nullable MfaCode typed) {
    return typed != null || first instanceof GivenCodeSource;
  }

  /**
   * The source of codes for {@code plan}.
   *
   * @param typed the code that was typed with the command; null when none was
   */
  MfaCodeSource of(SessionPlan plan, @Nullable MfaCode typed) {
    if (typed != null) {
      return new GivenCodeSource(typed.digits());
    }
    if (first != null) {
      return first;
    }
    String command = plan.mfaProcess();
    return command == null
        ? person
        : new ProgramCodeSource(programs, plan.profile(), command, notes, pause);
  }

  /** Takes what a person who waits should know. */
  Consumer<String> notes() {
    return notes;
  }

  /** Whether a code for {@code plan} can be had without disturbing a person. */
  public boolean disturbsNobody(SessionPlan plan) {
    return first != null || plan.mfaProcess() != null;
  }
}
