package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.domain.edit.Beginnings;
import dev.keyturn.domain.failure.Failure;
import java.util.Optional;

/** Notes that can be read and written, and not removed. */
record UnforgettableBeginnings(Beginnings notes) implements Beginnings {

  @Override
  public Optional<BegunSection> section(String file, String name) {
    return notes.section(file, name);
  }

  @Override
  public void note(String file, String name, BegunSection section) {
    notes.note(file, name, section);
  }

  @Override
  public void forget(String file, String name) {
    throw new Failure.UnwritableFile(file, "permission denied").exception();
  }

  @Override
  public Optional<String> endedLine(String file) {
    return notes.endedLine(file);
  }

  @Override
  public void noteEnded(String file, String checksum) {
    notes.noteEnded(file, checksum);
  }

  @Override
  public void forgetEnded(String file) {
    throw new Failure.UnwritableFile(file, "permission denied").exception();
  }
}
