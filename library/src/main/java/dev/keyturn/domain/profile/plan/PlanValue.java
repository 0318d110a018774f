package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.profile.file.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A value that a plan uses.
 *
 * @param name the setting's name
 * @param value the value, masked if secret
 * @param origin where it was read; null if it came from an option or the environment
 * @param source the option or variable; null if it was read from a file
 */
public record PlanValue(
    String name, String value, @Nullable Origin origin, @Nullable String source) {}
