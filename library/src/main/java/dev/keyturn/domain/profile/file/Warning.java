package dev.keyturn.domain.profile.file;

import org.jspecify.annotations.Nullable;

/**
 * A message for the user that does not stop the command.
 *
 * @param code a stable name, in kebab case
 * @param message one sentence, without secrets
 * @param origin the place it is about, if it is about one
 */
public record Warning(String code, String message, @Nullable Origin origin) {}
