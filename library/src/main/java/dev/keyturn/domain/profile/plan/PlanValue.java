package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.profile.file.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A value that entered a plan.
 *
 * @param name the setting's name
 * @param value the value, masked where it is secret
 * @param origin where it is; null when it came from an option or the environment
 * @param source the option or variable when it is in no file; null otherwise
 */
public record PlanValue(
    String name, String value, @Nullable Origin origin, @Nullable String source) {}
