package dev.keyturn.domain.session.make;

import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.profile.code.CodeOrigin;
import dev.keyturn.domain.profile.plan.SessionPlan;
import org.jspecify.annotations.Nullable;

/** The port to the sources of codes. */
public interface CodeSources {

  /**
   * The source {@code origin} for the device of {@code plan}; null if this program has no such
   * source. The source itself reports whether it can supply a code right now.
   */
  @Nullable MfaCodeSource of(CodeOrigin origin, SessionPlan plan);
}
