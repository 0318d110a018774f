package dev.keyturn.domain.edit;

import java.time.Instant;

/**
 * An edit that was made.
 *
 * @param id its name; later edits have greater ones
 * @param when when it was made
 * @param edit what was done
 */
public record AppliedEdit(String id, Instant when, Edit edit) {}
