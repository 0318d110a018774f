package dev.keyturn.domain.session.use;

import dev.keyturn.domain.profile.plan.PlannedProfile;

/**
 * A requested login.
 *
 * @param profile the profile
 * @param save whether to write its session where AWS tools look for it
 */
public record LoginRequest(PlannedProfile profile, boolean save) {}
