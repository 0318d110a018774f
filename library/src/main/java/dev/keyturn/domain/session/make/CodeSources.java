package dev.keyturn.domain.session.make;

import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.profile.code.CodeOrigin;
import dev.keyturn.domain.profile.plan.SessionPlan;
import org.jspecify.annotations.Nullable;

/** The port to the places where codes can come from. */
public interface CodeSources {

  /**
   * The codes of {@code origin} for the device of {@code plan}; null where this program has no such
   * source. Whether it can give one right now is asked of it.
   */
  @Nullable MfaCodeSource of(CodeOrigin origin, SessionPlan plan);
}
