package dev.keyturn.domain.session.make;

import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.profile.plan.SessionPlan;

/** Chooses where the code for a plan comes from. */
public interface CodeSources {

  /** The source of codes for {@code plan}. */
  MfaCodeSource of(SessionPlan plan);
}
