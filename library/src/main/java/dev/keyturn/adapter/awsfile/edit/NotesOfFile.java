package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.domain.edit.Beginnings;
import dev.keyturn.domain.edit.Beginnings.BegunSection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The notes of one file, which remember what they said before. Not thread-safe. */
final class NotesOfFile {

  private final Beginnings notes;
  private final String file;
  private final Map<String, Optional<BegunSection>> formerSections = new LinkedHashMap<>();
  private Optional<String> formerEnd = Optional.empty();
  private boolean remembersEnd;

  NotesOfFile(Beginnings notes, String file) {
    this.notes = notes;
    this.file = file;
  }

  Optional<BegunSection> section(String name) {
    return notes.section(file, name);
  }

  void note(String name, BegunSection section) {
    remember(name);
    notes.note(file, name, section);
  }

  void forget(String name) {
    remember(name);
    notes.forget(file, name);
  }

  private void remember(String name) {
    if (!formerSections.containsKey(name)) {
      formerSections.put(name, section(name));
    }
  }

  Optional<String> endedLine() {
    return notes.endedLine(file);
  }

  void noteEnded(String checksum) {
    rememberEnd();
    notes.noteEnded(file, checksum);
  }

  void forgetEnded() {
    rememberEnd();
    notes.forgetEnded(file);
  }

  private void rememberEnd() {
    if (!remembersEnd) {
      formerEnd = endedLine();
      remembersEnd = true;
    }
  }

  /** Notes again what was noted before the first change. */
  void restore() {
    for (Map.Entry<String, Optional<BegunSection>> former : formerSections.entrySet()) {
      if (former.getValue().isPresent()) {
        notes.note(file, former.getKey(), former.getValue().get());
      } else {
        notes.forget(file, former.getKey());
      }
    }
    if (formerEnd.isPresent()) {
      notes.noteEnded(file, formerEnd.get());
    } else if (remembersEnd) {
      notes.forgetEnded(file);
    }
  }
}
