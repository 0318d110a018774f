package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.FileKind;
import java.time.Instant;
import java.util.List;

/**
 * An edit that was made, with what it takes to reverse it.
 *
 * @param id its name; later edits have greater ones
 * @param when when it was made
 * @param command which command made it, such as {@code config set}
 * @param kind how the file is read
 * @param file the file's path
 * @param settings what was changed, as {@code [section] key}, without values
 * @param hunks the lines, in the order they were changed
 */
public record AppliedEdit(
    String id,
    Instant when,
    String command,
    FileKind kind,
    String file,
    List<String> settings,
    List<Hunk> hunks) {}
