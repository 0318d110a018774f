package dev.keyturn.domain.profile.file;

import org.jspecify.annotations.Nullable;

/**
 * Something a user should know that does not stop the work.
 *
 * @param code a stable name, in kebab case
 * @param message one sentence, without secrets
 * @param origin the place it is about, if it is about one
 */
public record Warning(String code, String message, @Nullable Origin origin) {}
