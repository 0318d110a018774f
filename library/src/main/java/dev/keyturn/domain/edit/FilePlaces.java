package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.FileKind;

/** The port to where the AWS files are. Implementations are thread-safe. */
public interface FilePlaces {

  /** Where the environment says that the file of a kind is. */
  String location(FileKind kind);

  /** How a file is read: by its place, else by its name. */
  FileKind kindOf(String file);

  /** Whether others than its owner can read the file, or change it. */
  boolean isOpenToOthers(String file);
}
