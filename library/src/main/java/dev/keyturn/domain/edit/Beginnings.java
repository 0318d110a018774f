package dev.keyturn.domain.edit;

import java.util.Optional;
import java.util.Set;

/**
 * The port to notes of what edits by hand began in files and nobody asked for: a section for its
 * first key, an end for a last line without one. They go again with the last key that needed them.
 * Notes have no values in them: of the last line, which may hold a secret, they have its length and
 * a CRC-32. Implementations are thread-safe.
 */
public interface Beginnings {

  /**
   * A section that an edit began.
   *
   * @param header its header with the line ending, each character one byte of the file
   * @param keys the keys that edits put into it, in lower case
   */
  record BegunSection(String header, Set<String> keys) {}

  /** The section called {@code name} of a file, if an edit began it. */
  Optional<BegunSection> section(String file, String name);

  /** Notes that an edit began a section, or put another key into it. */
  void note(String file, String name, BegunSection section);

  /** Forgets that an edit began a section. */
  void forget(String file, String name);

  /**
   * The length and the CRC-32 of the line that an edit gave its end, when it was the last of the
   * file.
   */
  Optional<String> endedLine(String file);

  /** Notes that an edit gave the last line of a file its end. */
  void noteEnded(String file, String checksum);

  /** Forgets it. */
  void forgetEnded(String file);
}
