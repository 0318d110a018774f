package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.edit.AwsFileEdit.Edited;
import dev.keyturn.adapter.awsfile.edit.AwsFileEdit.Effect;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.SectionName;
import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.Beginnings;
import dev.keyturn.domain.edit.Beginnings.BegunSection;
import dev.keyturn.domain.edit.Hunk;
import dev.keyturn.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes back what a {@code set} had to begin, a section or an end for the last line, together with
 * the last key that needed it: the file is then as it was before. A section that somebody else
 * wrote stays, even without a key. Not thread-safe; whoever uses it holds the file's lock.
 */
final class BegunParts {

  private final NotesOfFile notes;

  /**
   * What was begun in one file.
   *
   * @param real the file's path, all links followed
   */
  BegunParts(Beginnings notes, String real) {
    this.notes = new NotesOfFile(notes, real);
  }

  /** {@code edited} without what no key needs any more. */
  Edited withoutUnneeded(Edited edited) {
    Edited result = edited;
    boolean removed = false;
    for (Effect effect : edited.effects()) {
      if (effect.kind() == Effect.Kind.EMPTIED_SECTION) {
        removed = true;
        result = withoutSection(result, effect);
      }
    }
    return removed || onlyRemoves(edited) ? withoutEnd(result) : result;
  }

  private static boolean onlyRemoves(Edited edited) {
    for (Hunk hunk : edited.hunks()) {
      if (!hunk.after().isEmpty()) {
        return false;
      }
    }
    return !edited.hunks().isEmpty();
  }

  /** The header, where it is as an edit wrote it and nothing but space follows. */
  private Edited withoutSection(Edited edited, Effect effect) {
    Optional<BegunSection> begun = notes.section(effect.section().text());
    if (begun.isEmpty() || !begun.get().keys().contains(lowerCase(effect.key()))) {
      return edited;
    }
    AwsFile file = edited.file();
    int from = effect.header();
    int to = lineBehind(file, from);
    boolean same = file.text(from, to).equals(begun.get().header());
    return same && !isCommentAt(file, to) ? without(edited, from, to) : edited;
  }

  /** The end of the last line, where that is the line that an edit gave one. */
  private Edited withoutEnd(Edited edited) {
    AwsFile file = edited.file();
    int end = file.bytes().length;
    int ending = file.lineEndingBefore(end);
    Optional<String> ended = ending == 0 ? Optional.empty() : notes.endedLine();
    boolean same = ended.isPresent() && ended.get().equals(lastLine(file, end - ending));
    return same ? without(edited, end - ending, end) : edited;
  }

  private static Edited without(Edited edited, int from, int to) {
    List<Splice> splices = List.of(new Splice(from, to, ""));
    List<Hunk> hunks = new ArrayList<>(edited.hunks());
    hunks.addAll(LineChanges.of(edited.file(), splices));
    return new Edited(edited.file().with(splices), hunks, edited.effects());
  }

  /** Notes what {@code edited} begins, before it is written. */
  void note(AwsFile before, Edited edited) {
    for (Effect effect : edited.effects()) {
      String name = effect.section().text();
      switch (effect.kind()) {
        case BEGAN_SECTION -> {
          String header = headerLine(edited.file(), effect);
          notes.note(name, new BegunSection(header, Set.of(lowerCase(effect.key()))));
        }
        case ADDED_KEY -> addKey(name, effect);
        case FILLED_SECTION -> notes.forget(name);
        case EMPTIED_SECTION -> {}
      }
    }
    if (!edited.effects().isEmpty()) {
      noteEnd(before, edited.file());
    }
  }

  /** Notes again what was noted before {@link #note}: the edit could not be written. */
  void restore() {
    try {
      notes.restore();
    } catch (FailureException e) {
      // That the edit was not made is the failure to report.
    }
  }

  /** Where the line that an edit gave its end is the last one again, it got this end elsewhere. */
  private void noteEnd(AwsFile before, AwsFile after) {
    int end = before.bytes().length;
    if (!before.endsWithLineEnding()) {
      if (after.endsWithLineEnding()) {
        notes.noteEnded(lastLine(before, end));
      }
      return;
    }
    Optional<String> ended = notes.endedLine();
    if (ended.isPresent()
        && ended.get().equals(lastLine(before, end - before.lineEndingBefore(end)))) {
      notes.forgetEnded();
    }
  }

  private void addKey(String name, Effect effect) {
    Optional<BegunSection> begun = notes.section(name);
    if (begun.isPresent()) {
      Set<String> keys = new TreeSet<>(begun.get().keys());
      keys.add(lowerCase(effect.key()));
      notes.note(name, new BegunSection(begun.get().header(), keys));
    }
  }

  /** Forgets what {@code edited}, which was written, took away. */
  void forget(Edited edited) {
    try {
      for (Effect effect : edited.effects()) {
        if (effect.kind() == Effect.Kind.EMPTIED_SECTION) {
          notes.forget(effect.section().text());
        }
      }
      if (onlyRemoves(edited) && !edited.file().endsWithLineEnding()) {
        notes.forgetEnded();
      }
    } catch (FailureException e) {
      // The edit is made, and who reads a failure would make it again. A note that stays does harm
      // only where somebody writes the very same header or last line.
    }
  }

  /**
   * Forgets what undoing {@code edit} took away, since who writes it next is somebody else, and
   * notes what it brought back of what edits had begun.
   */
  void follow(AppliedEdit edit, AwsFile now, AwsFile undone) {
    try {
      forgetSections(edit, undone);
      noteSections(edit);
      if (!undone.endsWithLineEnding()) {
        notes.forgetEnded();
      } else if (!now.endsWithLineEnding()) {
        notes.noteEnded(lastLine(now, now.bytes().length));
      }
    } catch (FailureException e) {
      // As above: what was undone is undone.
    }
  }

  private void forgetSections(AppliedEdit edit, AwsFile undone) {
    for (String setting : edit.settings()) {
      if (!setting.startsWith("[")) {
        continue;
      }
      SectionName name = SectionName.parse(edit.kind(), section(setting));
      if (notes.section(name.text()).isPresent() && isGone(undone, edit, name)) {
        notes.forget(name.text());
      }
    }
  }

  /** A header goes without its section being named only where it had been begun for keys. */
  private void noteSections(AppliedEdit edit) {
    for (Hunk hunk : edit.hunks()) {
      String header = hunk.before();
      if (header.startsWith("[") && hunk.after().isEmpty()) {
        noteSection(edit, header);
      }
    }
  }

  private void noteSection(AppliedEdit edit, String header) {
    SectionName name = SectionName.parse(edit.kind(), section(header));
    Set<String> keys = new TreeSet<>();
    for (String setting : edit.settings()) {
      boolean there = SectionName.parse(edit.kind(), section(setting)).text().equals(name.text());
      String key = setting.substring(setting.indexOf(']') + 1).strip();
      if (there && !key.isEmpty()) {
        keys.add(lowerCase(KeyPath.parse(key).first()));
      }
    }
    if (!keys.isEmpty()) {
      notes.note(name.text(), new BegunSection(header, keys));
    }
  }

  /** What stands between the brackets of a header, or of a setting as an edit names it. */
  private static String section(String text) {
    int from = text.indexOf('[') + 1;
    return text.substring(from, Math.max(from, text.indexOf(']', from)));
  }

  private static boolean isGone(AwsFile undone, AppliedEdit edit, SectionName name) {
    try {
      return EditableSection.find(undone, edit.kind(), edit.file(), name).parts().isEmpty();
    } catch (FailureException e) {
      // Something else in the file is broken; what was undone stays undone.
      return true;
    }
  }

  private static String headerLine(AwsFile file, Effect effect) {
    return file.text(effect.header(), lineBehind(file, effect.header()));
  }

  private static int lineBehind(AwsFile file, int start) {
    int index = start;
    while (index < file.bytes().length && file.lineEndingAt(index) == 0) {
      index++;
    }
    return index + file.lineEndingAt(index);
  }

  private static boolean isCommentAt(AwsFile file, int start) {
    return start < file.bytes().length
        && (file.bytes()[start] == '#' || file.bytes()[start] == ';');
  }

  /** A checksum of the line that ends before {@code end}. */
  private static String lastLine(AwsFile file, int end) {
    int start = end;
    while (start > file.firstLine() && file.lineEndingBefore(start) == 0) {
      start--;
    }
    return Fingerprint.of(file.bytes(), start, end);
  }

  private static String lowerCase(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
