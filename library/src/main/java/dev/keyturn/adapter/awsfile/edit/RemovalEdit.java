package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.edit.AwsFileEdit.Effect;
import dev.keyturn.adapter.awsfile.edit.AwsFileEdit.Outcome;
import dev.keyturn.adapter.awsfile.edit.EditableSection.Entry;
import dev.keyturn.adapter.awsfile.edit.EditableSection.Part;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.SectionName;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes the lines of one key, or of a whole section. Not thread-safe. */
final class RemovalEdit {

  private final FileKind kind;
  private final String path;
  private final AwsFile file;
  private final Splices splices;

  RemovalEdit(AwsFile file, FileKind kind, String path) {
    this.file = file;
    this.kind = kind;
    this.path = path;
    this.splices = new Splices(file);
  }

  Outcome outcome(Change.Unset unset) {
    SectionName name = AwsFileEdit.sectionName(kind, unset.section());
    KeyPath key = KeyPath.parse(unset.key());
    EditableSection section = EditableSection.find(file, kind, path, name).effective();
    boolean goesWhole = true;
    for (Entry entry : section.entries(key.first())) {
      goesWhole &= remove(entry, key);
    }
    boolean empties = goesWhole && !splices.isEmpty() && section.holdsOnly(key.first());
    return Outcome.of(splices, empties ? emptied(section, name, key) : null);
  }

  /** Only where the key stands right below the header: a comment in between is somebody's. */
  private static @Nullable Effect emptied(EditableSection section, SectionName name, KeyPath key) {
    Part part = section.last();
    boolean below = part.entries().get(0).line().start() == part.line().next();
    return below
        ? new Effect(Effect.Kind.EMPTIED_SECTION, name, key.first(), part.line().start())
        : null;
  }

  /** Says whether nothing is left of {@code entry}. */
  private boolean remove(Entry entry, KeyPath key) {
    if (key.child() == null) {
      splices.removeLines(List.of(entry));
      splices.removeLines(entry.below());
      return true;
    }
    if (!entry.isBlock()) {
      return false;
    }
    List<Entry> children = entry.children(key.child());
    boolean goesWhole = children.size() == entry.below().size();
    if (goesWhole) {
      splices.removeLines(List.of(entry));
    }
    splices.removeLines(children);
    return goesWhole;
  }

  Outcome outcome(Change.RemoveSection removal) {
    SectionName name = AwsFileEdit.sectionName(kind, removal.section());
    for (Part part : EditableSection.find(file, kind, path, name).parts()) {
      int to = part.lastLine().next();
      splices.replace(part.line().start(), part.blankBefore() ? skipBlankLines(to) : to, "");
    }
    return Outcome.of(splices, null);
  }

  /** One blank line between sections is enough where another one went. */
  private int skipBlankLines(int from) {
    int next = from;
    int index = from;
    while (index < file.bytes().length) {
      int ending = file.lineEndingAt(index);
      byte letter = file.bytes()[index];
      if (ending == 0 && letter != ' ' && letter != '\t') {
        return next;
      }
      index += Math.max(1, ending);
      next = ending > 0 ? index : next;
    }
    return index;
  }
}
