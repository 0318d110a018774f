package dev.keyturn.domain.session.make;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.code.CodeOrigin;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the MFA code of a session comes from: the first of the code that was typed with the
 * command, that of the environment or of the application's callback, and the {@link CodeOrigin}s of
 * the plan that can give one right now.
 */
public final class CodeOrder {

  private final @Nullable MfaCodeSource first;
  private final CodeSources sources;
  private final Consumer<String> notes;

  /**
   * Takes its collaborators.
   *
   * @param first what comes before the origins of a plan; null for nothing
   * @param sources makes the source of an origin
   * @param notes takes what a person should know who waits for another process
   */
  public CodeOrder(@Nullable MfaCodeSource first, CodeSources sources, Consumer<String> notes) {
    this.first = first;
    this.sources = sources;
    this.notes = notes;
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
   * The source of codes for {@code plan}. Where none can give one right now, it is the first one
   * that the plan allows, which says what it lacks.
   *
   * @param typed the code that was typed with the command; null when none was
   */
  public MfaCodeSource of(SessionPlan plan, @Nullable MfaCode typed) {
    if (typed != null) {
      return new GivenCodeSource(typed.digits());
    }
    if (first != null) {
      return first;
    }
    MfaCodeSource absent = null;
    for (CodeOrigin origin : plan.codes().origins()) {
      MfaCodeSource source = sources.of(origin, plan);
      if (source != null && source.isPresent()) {
        return source;
      }
      absent = absent == null ? source : absent;
    }
    return absent == null ? new NoCodeSource(plan) : absent;
  }

  /**
   * The source of codes of a device that need not be the plan's own: what its profile has set up is
   * for that one alone.
   *
   * @param person gives the codes of another device
   */
  public MfaCodeSource of(SessionPlan plan, MfaDevice device, MfaCodeSource person) {
    MfaDevice own = plan.device();
    boolean isOwn = own == null || device.isMeantBy(own.serialNumber());
    return isOwn || isGiven(null) ? of(plan, null) : person;
  }

  /** Takes what a person who waits should know. */
  Consumer<String> notes() {
    return notes;
  }

  /** Whether a code for {@code plan} can be had without disturbing a person. */
  public boolean disturbsNobody(SessionPlan plan) {
    return first != null || plan.codes().disturbsNobody();
  }

  /** Where the plan allows nothing that it has set up. */
  private record NoCodeSource(SessionPlan plan) implements MfaCodeSource {

    @Override
    public MfaCode code(MfaDevice device, String purpose) {
      throw new Failure.NoTerminal(
              MfaCodeSource.missing(
                  device, purpose, "none of the sources that may give one is set up: " + allowed()),
              ShellCommand.of("keyturn", "login", purpose, "CODE"))
          .exception();
    }

    private String allowed() {
      List<CodeOrigin> chosen = plan.codes().chosen();
      return CodeOrigin.text(chosen == null ? List.of() : chosen);
    }

    @Override
    public boolean isPresent() {
      return false;
    }
  }
}
