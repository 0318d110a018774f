package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.edit.EditableSection.Entry;
import dev.keyturn.adapter.awsfile.edit.EditableSection.Line;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.SectionName;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.util.ArrayList;
import java.util.List;

/** Sets keys of one section: on their lines, on new lines, or in a new section. Not thread-safe. */
final class SettingEdit {

  private static final String FIRST_INDENT = "    ";

  private final FileKind kind;
  private final String path;
  private final AwsFile file;
  private final Splices splices;

  SettingEdit(AwsFile file, FileKind kind, String path) {
    this.file = file;
    this.kind = kind;
    this.path = path;
    this.splices = new Splices(file);
  }

  /**
   * Sets keys of {@code section}.
   *
   * @param sets a {@code Set} for each key, none for two
   */
  List<Splice> splices(String section, List<Change> sets) {
    SectionName name = AwsFileEdit.sectionName(kind, section);
    EditableSection found = EditableSection.find(file, kind, path, name).effective();
    List<String> added = new ArrayList<>();
    for (Change change : sets) {
      Change.Set set = (Change.Set) change;
      KeyPath key = KeyPath.parse(set.key());
      WritableText.checkValue(set.key(), set.value());
      if (!replace(found, key, set.value())) {
        added.addAll(newLines(key, set.value()));
      }
    }
    if (!added.isEmpty()) {
      add(found, name, added);
    }
    List<Splice> made = splices.list();
    if (!made.isEmpty()) {
      checkRead(written(found, file.with(made)), name, sets);
    }
    return made;
  }

  private void add(EditableSection section, SectionName name, List<String> lines) {
    if (section.parts().isEmpty()) {
      WritableText.checkNewSection(kind, name);
      appendSection(name, lines);
    } else {
      splices.insertBelow(section.last().lastLine(), lines);
    }
  }

  /** Returns whether the key was in the section. */
  private boolean replace(EditableSection section, KeyPath key, String value) {
    List<Entry> entries = section.entries(key.first());
    if (entries.isEmpty()) {
      return false;
    }
    if (key.child() == null) {
      replaceValue(plain(last(entries), key), value);
    } else {
      setChild(block(last(entries), key), key.child(), value);
    }
    return true;
  }

  private void setChild(Entry block, String child, String value) {
    List<Entry> children = block.children(child);
    if (!children.isEmpty()) {
      replaceValue(last(children), value);
      return;
    }
    WritableText.checkNewKey(child);
    Line above = block.lastLine();
    String indent = block.below().isEmpty() ? FIRST_INDENT : indent(last(block.below()));
    splices.insertBelow(above, List.of(indent + pair(child, value)));
  }

  private static Entry plain(Entry entry, KeyPath key) {
    if (entry.isBlock()) {
      throw WritableText.refused(
          "'" + key.first() + "' is a block of settings, not a value",
          "set one of them as " + key.first() + ".KEY, or unset the block first");
    }
    return entry;
  }

  private static Entry block(Entry entry, KeyPath key) {
    if (!entry.isEmpty()) {
      throw WritableText.refused(
          "'" + key.first() + "' has a value, so it cannot have settings below it",
          "unset it first");
    }
    return entry;
  }

  private void replaceValue(Entry entry, String value) {
    boolean same =
        entry.below().isEmpty() && file.text(entry.valueStart(), entry.valueEnd()).equals(value);
    if (same) {
      return;
    }
    Line line = entry.line();
    int comment = commentStart(entry);
    if (comment < line.end()) {
      String ending = file.text(line.end(), line.next());
      String setting =
          indent(entry) + pair(file.text(entry.textStart(), entry.keyEnd()), value) + ending;
      splices.replace(line.start(), comment, "");
      splices.replace(
          line.next(), line.next(), ending.isEmpty() ? file.lineEnding() + setting : setting);
    } else {
      splices.replace(entry.keyEnd(), line.end(), value.isEmpty() ? " =" : " = " + value);
    }
    splices.removeLines(entry.below());
  }

  /** Where the comment after a value begins; the line's end when there is none. */
  private int commentStart(Entry entry) {
    int index = entry.valueEnd();
    while (index < entry.line().end() && isBlank(file.bytes()[index])) {
      index++;
    }
    boolean comment = index < entry.line().end() && isCommentSign(file.bytes()[index]);
    return comment ? index : entry.line().end();
  }

  private static List<String> newLines(KeyPath key, String value) {
    WritableText.checkNewKey(key.first());
    if (key.child() == null) {
      return List.of(pair(key.first(), value));
    }
    WritableText.checkNewKey(key.child());
    return List.of(key.first() + " =", FIRST_INDENT + pair(key.child(), value));
  }

  private static String pair(String key, String value) {
    return value.isEmpty() ? key + " =" : key + " = " + value;
  }

  private String indent(Entry entry) {
    return file.text(entry.line().start(), entry.textStart());
  }

  private void appendSection(SectionName name, List<String> lines) {
    String ending = file.lastLineEnding();
    StringBuilder text = new StringBuilder(file.endsWithLineEnding() ? "" : ending);
    text.append('[').append(name.text()).append(']').append(ending);
    for (String line : lines) {
      text.append(line).append(ending);
    }
    int end = file.bytes().length;
    splices.replace(end, end, text.toString());
  }

  /** The lines of the section before and after the change; no other byte changed. */
  private AwsFile written(EditableSection section, AwsFile edited) {
    if (section.parts().isEmpty()) {
      return edited.from(file.bytes().length, 0);
    }
    int behind = file.bytes().length - section.last().lastLine().next();
    return edited.from(section.first().line().start(), behind);
  }

  /** Reads the written value back: a later line with the same key would override it. */
  private void checkRead(AwsFile written, SectionName name, List<Change> sets) {
    EditableSection section = EditableSection.find(written, kind, path, name).effective();
    for (Change change : sets) {
      checkRead(written, section, (Change.Set) change);
    }
  }

  private static void checkRead(AwsFile edited, EditableSection section, Change.Set set) {
    KeyPath key = KeyPath.parse(set.key());
    List<Entry> entries = section.entries(key.first());
    if (!entries.isEmpty() && key.child() != null) {
      entries = last(entries).children(key.child());
    }
    if (entries.isEmpty() || !isValue(edited, last(entries), set.value())) {
      throw new IllegalStateException("what was set for " + key.first() + " is not what is read");
    }
  }

  private static boolean isValue(AwsFile edited, Entry entry, String value) {
    return entry.below().isEmpty()
        && edited.text(entry.valueStart(), entry.valueEnd()).equals(value);
  }

  private static Entry last(List<Entry> entries) {
    return entries.get(entries.size() - 1);
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == '\t';
  }

  private static boolean isCommentSign(byte value) {
    return value == '#' || value == ';';
  }
}
