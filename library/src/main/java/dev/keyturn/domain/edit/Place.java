package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.FileKind;

/**
 * A section of a file.
 *
 * @param kind how the file is read
 * @param file its path
 * @param section the text between the brackets, without quotes
 */
public record Place(FileKind kind, String file, String section) {}
