package dev.keyturn.adapter.awsfile;

import dev.keyturn.adapter.awsfile.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.EditableSection.Entry;
import dev.keyturn.adapter.awsfile.EditableSection.Line;
import dev.keyturn.adapter.awsfile.EditableSection.Part;
import dev.keyturn.domain.edit.Hunk;
import dev.keyturn.domain.profile.FileKind;
import dev.keyturn.domain.profile.ProfileFiles.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the lines of an AWS file that a change is about, and no other byte.
 *
 * <p>New lines take the line ending of the line above and the indent of their siblings. A value is
 * its line and the indented lines below it. A comment at the end of a changed line moves to a line
 * of its own above, because the AWS CLI would read it as part of the value.
 */
final class AwsFileEdit {

  private static final String FIRST_INDENT = "    ";

  private final FileKind kind;
  private final String path;
  private final AwsFile file;
  private final List<Splice> splices = new ArrayList<>();

  private AwsFileEdit(AwsFile file, FileKind kind, String path) {
    this.file = file;
    this.kind = kind;
    this.path = path;
  }

  /**
   * A changed file.
   *
   * @param file its bytes
   * @param hunks the lines that changed, one change after the other
   */
  record Edited(AwsFile file, List<Hunk> hunks) {}

  /**
   * The file with {@code changes} made one after the other.
   *
   * @param path the file's path as its user knows it
   * @throws dev.keyturn.domain.failure.FailureException {@code BrokenFile} when the file cannot be
   *     understood, {@code Usage} when a change would not be read by every AWS tool
   */
  static AwsFile apply(AwsFile file, FileKind kind, String path, List<Change> changes) {
    return applyAndTell(file, kind, path, changes).file;
  }

  /** As {@link #apply(AwsFile, FileKind, String, List)}, with what it takes to take it back. */
  static Edited applyAndTell(AwsFile file, FileKind kind, String path, List<Change> changes) {
    AwsFile edited = file;
    List<Hunk> hunks = new ArrayList<>();
    for (Change change : changes) {
      AwsFileEdit edit = new AwsFileEdit(edited, kind, path);
      AwsFile next = edit.apply(change);
      hunks.addAll(LineChanges.of(edited, edit.splices));
      edited = next;
    }
    return new Edited(edited, hunks);
  }

  private AwsFile apply(Change change) {
    if (change instanceof Change.Set set) {
      return set(set);
    }
    if (change instanceof Change.Unset unset) {
      return unset(unset);
    }
    return removeSection((Change.RemoveSection) change);
  }

  // --- set ---------------------------------------------------------------------------------------

  private AwsFile set(Change.Set set) {
    SectionName name = sectionName(set.section());
    KeyPath key = KeyPath.parse(set.key());
    WritableText.checkValue(set.key(), set.value());
    EditableSection section = find(file, name).effective();
    if (section.parts().isEmpty()) {
      WritableText.checkNewSection(kind, name);
      appendSection(name, newLines(key, set.value()));
      return checked(file.with(splices), name, key, set.value());
    }
    setKey(section, key, set.value());
    return splices.isEmpty() ? file : checked(ended(), name, key, set.value());
  }

  private void setKey(EditableSection section, KeyPath key, String value) {
    List<Entry> entries = section.entries(key.first());
    if (entries.isEmpty()) {
      insertBelow(section.last().lastLine(), newLines(key, value));
    } else if (key.child() == null) {
      replaceValue(plain(last(entries), key), value);
    } else {
      setChild(block(last(entries), key), key.child(), value);
    }
  }

  private void setChild(Entry block, String child, String value) {
    List<Entry> children = children(block, child);
    if (!children.isEmpty()) {
      replaceValue(last(children), value);
      return;
    }
    WritableText.checkNewKey(child);
    Line above = block.lastLine();
    String indent = block.below().isEmpty() ? FIRST_INDENT : indent(last(block.below()));
    insertBelow(above, List.of(indent + pair(child, value)));
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

  private static List<Entry> children(Entry block, String name) {
    List<Entry> found = new ArrayList<>();
    for (Entry entry : block.below()) {
      if (entry.hasKey(name)) {
        found.add(entry);
      }
    }
    return found;
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
      splices.add(new Splice(line.start(), comment, ""));
      insertBelow(
          line, List.of(indent(entry) + pair(file.text(entry.textStart(), entry.keyEnd()), value)));
    } else {
      splices.add(new Splice(entry.keyEnd(), line.end(), value.isEmpty() ? " =" : " = " + value));
    }
    removeLines(entry.below());
  }

  /** Where the comment behind a value begins; the line's end when there is none. */
  private int commentStart(Entry entry) {
    int index = entry.valueEnd();
    while (index < entry.line().end() && isBlank(file.bytes()[index])) {
      index++;
    }
    boolean comment = index < entry.line().end() && isCommentSign(file.bytes()[index]);
    return comment ? index : entry.line().end();
  }

  private List<String> newLines(KeyPath key, String value) {
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

  /** Inserts lines that end as the line above them; the file's last line stays without an end. */
  private void insertBelow(Line above, List<String> lines) {
    String ending = file.text(above.end(), above.next());
    String between = ending.isEmpty() ? file.lineEnding() : ending;
    String text = String.join(between, lines);
    splices.add(
        new Splice(above.next(), above.next(), ending.isEmpty() ? between + text : text + ending));
  }

  private void appendSection(SectionName name, List<String> lines) {
    String ending = file.lastLineEnding();
    StringBuilder text = new StringBuilder(file.endsWithLineEnding() ? "" : ending);
    text.append('[').append(name.text()).append(']').append(ending);
    for (String line : lines) {
      text.append(line).append(ending);
    }
    int end = file.bytes().length;
    splices.add(new Splice(end, end, text.toString()));
  }

  /** What was written is read again: every later value would win over it. */
  private AwsFile checked(AwsFile edited, SectionName name, KeyPath key, String value) {
    EditableSection section = find(edited, name).effective();
    List<Entry> entries = section.entries(key.first());
    if (!entries.isEmpty() && key.child() != null) {
      entries = children(last(entries), key.child());
    }
    if (entries.isEmpty() || !isValue(edited, last(entries), value)) {
      throw new IllegalStateException("what was set for " + key.first() + " is not what is read");
    }
    return edited;
  }

  private static boolean isValue(AwsFile edited, Entry entry, String value) {
    return entry.below().isEmpty()
        && edited.text(entry.valueStart(), entry.valueEnd()).equals(value);
  }

  // --- unset -------------------------------------------------------------------------------------

  private AwsFile unset(Change.Unset unset) {
    SectionName name = sectionName(unset.section());
    KeyPath key = KeyPath.parse(unset.key());
    for (Entry entry : find(file, name).effective().entries(key.first())) {
      unset(entry, key);
    }
    return splices.isEmpty() ? file : ended();
  }

  private void unset(Entry entry, KeyPath key) {
    if (key.child() == null) {
      removeLines(List.of(entry));
      removeLines(entry.below());
    } else if (entry.isBlock()) {
      List<Entry> children = children(entry, key.child());
      if (children.size() == entry.below().size()) {
        removeLines(List.of(entry));
      }
      removeLines(children);
    }
  }

  private void removeLines(List<Entry> entries) {
    for (Entry entry : entries) {
      splices.add(new Splice(entry.line().start(), entry.line().next(), ""));
    }
  }

  private AwsFile removeSection(Change.RemoveSection removal) {
    for (Part part : find(file, sectionName(removal.section())).parts()) {
      int to = part.lastLine().next();
      splices.add(
          new Splice(part.line().start(), part.blankBefore() ? skipBlankLines(to) : to, ""));
    }
    return splices.isEmpty() ? file : ended();
  }

  /** One blank line between sections is enough where another one went. */
  private int skipBlankLines(int from) {
    int next = from;
    int index = from;
    while (index < file.bytes().length) {
      int ending = file.lineEndingAt(index);
      if (ending == 0 && !isBlank(file.bytes()[index])) {
        return next;
      }
      index += Math.max(1, ending);
      next = ending > 0 ? index : next;
    }
    return index;
  }

  // --- both --------------------------------------------------------------------------------------

  private SectionName sectionName(String section) {
    WritableText.checkOneLine("the section's name", section);
    return SectionName.parse(kind, section);
  }

  private EditableSection find(AwsFile searched, SectionName name) {
    return EditableSection.find(searched, kind, path, name);
  }

  /** The changed file; one without an end of its last line stays so. */
  private AwsFile ended() {
    int last = splices.size() - 1;
    boolean removesTheEnd =
        splices.get(last).to() == file.bytes().length && splices.get(last).replacement().isEmpty();
    if (removesTheEnd && !file.endsWithLineEnding()) {
      moveLineEndingBehindRemoval(last);
    }
    return file.with(splices);
  }

  /** The line ending before the lines that go at the end of the file goes instead of theirs. */
  private void moveLineEndingBehindRemoval(int last) {
    int first = last;
    while (first > 0
        && splices.get(first - 1).to() == splices.get(first).from()
        && splices.get(first - 1).replacement().isEmpty()) {
      first--;
    }
    int from = splices.get(first).from();
    boolean staysBehindText = first == 0 || splices.get(first - 1).to() < from;
    int ending = staysBehindText ? file.lineEndingBefore(from) : 0;
    splices.set(first, new Splice(from - ending, splices.get(first).to(), ""));
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
