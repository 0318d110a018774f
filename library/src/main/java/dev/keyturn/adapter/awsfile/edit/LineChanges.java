package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.file.FileLines;
import dev.keyturn.domain.edit.Hunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns splices into changes of whole lines, which can be undone. */
final class LineChanges {

  private final AwsFile file;
  private final FileLines lines;

  private LineChanges(AwsFile file) {
    this.file = file;
    this.lines = new FileLines(file.bytes());
  }

  /** The lines that {@code splices}, which are in file order, change in {@code before}. */
  static List<Hunk> of(AwsFile before, List<Splice> splices) {
    return new LineChanges(before).hunks(splices);
  }

  private List<Hunk> hunks(List<Splice> splices) {
    List<Hunk> hunks = new ArrayList<>();
    int shift = 0;
    int index = 0;
    while (index < splices.size()) {
      int first = lines.lineAt(splices.get(index).from());
      int behind = lines.lineFrom(splices.get(index).to());
      int next = index + 1;
      while (next < splices.size() && lines.lineAt(splices.get(next).from()) <= behind) {
        behind = Math.max(behind, lines.lineFrom(splices.get(next).to()));
        next++;
      }
      Hunk hunk = hunk(first, behind, splices.subList(index, next), shift);
      hunks.add(hunk);
      shift += FileLines.count(hunk.after()) - FileLines.count(hunk.before());
      index = next;
    }
    return hunks;
  }

  private Hunk hunk(int first, int behind, List<Splice> splices, int shift) {
    int from = lines.start(first);
    List<Splice> moved = new ArrayList<>();
    for (Splice splice : splices) {
      moved.add(new Splice(splice.from() - from, splice.to() - from, splice.replacement()));
    }
    AwsFile changed = AwsFile.of(Arrays.copyOfRange(file.bytes(), from, lines.start(behind)));
    return new Hunk(
        first + shift + 1,
        changed.latin1(),
        changed.with(moved).latin1(),
        lines.checksum(first - 1),
        lines.checksum(behind));
  }
}
