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
 * Chooses the source of a session's MFA code: the first of the code typed with the command, the one
 * from the environment or the application's callback, and the {@link CodeOrigin}s of the plan that
 * can supply one right now.
 */
public final class CodeOrder {

  private final @Nullable MfaCodeSource first;
  private final CodeSources sources;
  private final Consumer<String> notes;

  /**
   * Takes its collaborators.
   *
   * @param first a source to use before the origins of a plan; null for none
   * @param sources creates the source of an origin
   * @param notes takes messages for a user who waits for another process
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
   * The source of codes for {@code plan}. If none can supply a code right now, it is the first one
   * that the plan allows, which reports what is missing.
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
   * The source of codes for a device other than the plan's, perhaps; the profile's settings apply
   * to its own device only.
   *
   * @param person supplies the codes of another device
   */
  public MfaCodeSource of(SessionPlan plan, MfaDevice device, MfaCodeSource person) {
    MfaDevice own = plan.device();
    boolean isOwn = own == null || device.isMeantBy(own.serialNumber());
    return isOwn || isGiven(null) ? of(plan, null) : person;
  }

  /** Takes messages for a user who waits. */
  Consumer<String> notes() {
    return notes;
  }

  /** Whether a code for {@code plan} is available without a person. */
  public boolean disturbsNobody(SessionPlan plan) {
    return first != null || plan.codes().disturbsNobody();
  }

  /** Used if the plan allows none of the sources that are set up. */
  private record NoCodeSource(SessionPlan plan) implements MfaCodeSource {

    @Override
    public MfaCode code(MfaDevice device, String purpose) {
      throw new Failure.NoTerminal(
              MfaCodeSource.missing(
                  device, purpose, "none of the allowed sources is set up: " + allowed()),
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
