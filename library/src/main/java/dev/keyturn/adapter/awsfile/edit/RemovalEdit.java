package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.edit.EditableSection.Entry;
import dev.keyturn.adapter.awsfile.edit.EditableSection.Part;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.SectionName;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.util.List;

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

  /** Removes the lines of a key and keeps the header, even when nothing is left below it. */
  List<Splice> splices(Change.Unset unset) {
    SectionName name = AwsFileEdit.sectionName(kind, unset.section());
    KeyPath key = KeyPath.parse(unset.key());
    EditableSection section = EditableSection.find(file, kind, path, name).effective();
    for (Entry entry : section.entries(key.first())) {
      remove(entry, key);
    }
    return splices.list();
  }

  private void remove(Entry entry, KeyPath key) {
    if (key.child() == null) {
      splices.removeLines(List.of(entry));
      splices.removeLines(entry.below());
    } else if (entry.isBlock()) {
      List<Entry> children = entry.children(key.child());
      if (children.size() == entry.below().size()) {
        splices.removeLines(List.of(entry));
      }
      splices.removeLines(children);
    }
  }

  List<Splice> splices(Change.RemoveSection removal) {
    SectionName name = AwsFileEdit.sectionName(kind, removal.section());
    for (Part part : EditableSection.find(file, kind, path, name).parts()) {
      int to = part.lastLine().next();
      splices.replace(part.line().start(), part.blankBefore() ? skipBlankLines(to) : to, "");
    }
    return splices.list();
  }

  /** Where a section was removed, one blank line is left between its neighbours. */
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
