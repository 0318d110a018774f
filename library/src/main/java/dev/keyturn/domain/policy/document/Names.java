package dev.keyturn.domain.policy.document;

import java.util.List;

/**
 * The value of {@code Action} or {@code Resource}, or of their {@code Not…} form.
 *
 * @param excluded whether it is the {@code Not…} form: everything but these
 */
public record Names(boolean excluded, List<TextPattern> patterns) {}
