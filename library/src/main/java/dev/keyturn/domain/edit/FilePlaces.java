package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.FileKind;

/** The port to the locations of the AWS files. Implementations are thread-safe. */
public interface FilePlaces {

  /** The path of the file of a kind, according to the environment. */
  String location(FileKind kind);

  /**
   * Whether a file is read as config or credentials file: decided by its path, else by its name.
   */
  FileKind kindOf(String file);

  /** Whether users other than its owner can read or change the file. */
  boolean isOpenToOthers(String file);
}
