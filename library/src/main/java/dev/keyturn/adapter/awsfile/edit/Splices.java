package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.edit.EditableSection.Entry;
import dev.keyturn.adapter.awsfile.edit.EditableSection.Line;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a file that one change replaces. Not thread-safe. */
final class Splices {

  private final AwsFile file;
  private final List<Splice> splices = new ArrayList<>();

  Splices(AwsFile file) {
    this.file = file;
  }

  void replace(int from, int to, String replacement) {
    splices.add(new Splice(from, to, replacement));
  }

  /**
   * Inserts lines with the line ending of the line above them, and adds one to that line if it has
   * none.
   */
  void insertBelow(Line above, List<String> lines) {
    String ending = file.text(above.end(), above.next());
    String each = ending.isEmpty() ? file.lineEnding() : ending;
    String text = String.join(each, lines) + each;
    replace(above.next(), above.next(), ending.isEmpty() ? each + text : text);
  }

  void removeLines(List<Entry> entries) {
    for (Entry entry : entries) {
      replace(entry.line().start(), entry.line().next(), "");
    }
  }

  /**
   * All splices in file order; call it once. A file whose last line has no line ending is kept
   * without one when lines are only removed.
   */
  List<Splice> list() {
    splices.sort((one, other) -> Integer.compare(one.from(), other.from()));
    int last = splices.size() - 1;
    boolean removesTheEnd =
        last >= 0
            && splices.get(last).to() == file.bytes().length
            && splices.get(last).replacement().isEmpty();
    if (removesTheEnd && !file.endsWithLineEnding()) {
      moveLineEndingBehindRemoval(last);
    }
    return splices;
  }

  /**
   * Where lines at the end of the file are removed, the line ending before them is removed instead
   * of theirs.
   */
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
}
