package dev.keyturn.domain.edit;

import java.util.List;

/**
 * What undoing an edit would do now.
 *
 * @param hunks the changes that would be reversed, newest first
 * @param changedSince whether something else has changed the file after the edit: an editor,
 *     another program, or an edit that is not recorded
 */
public record UndoPreview(List<Hunk> hunks, boolean changedSince) {}
