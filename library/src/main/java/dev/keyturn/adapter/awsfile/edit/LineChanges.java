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
      if (joinsLines(first, behind, hunk.after())) {
        return List.of(whole(splices));
      }
      hunks.add(hunk);
      shift += FileLines.count(hunk.after()) - FileLines.count(hunk.before());
      index = next;
    }
    return hunks;
  }

  /** Whether a CR and an LF that ended two lines would end a single line afterwards. */
  private boolean joinsLines(int first, int behind, String after) {
    int from = lines.start(first);
    int to = lines.start(behind);
    String above = from == 0 ? "" : file.latin1(from - 1, from);
    String below = to == file.bytes().length ? "" : file.latin1(to, to + 1);
    return (above.equals("\r") && (after + below).startsWith("\n"))
        || ((above + after).endsWith("\r") && below.equals("\n"));
  }

  /** Everything that changes, with the line above it and the line below it. */
  private Hunk whole(List<Splice> splices) {
    int first = lines.lineAt(splices.get(0).from());
    int behind = lines.lineFrom(splices.get(splices.size() - 1).to());
    int end = lines.lineFrom(file.bytes().length);
    return hunk(Math.max(0, first - 1), Math.min(behind + 1, end), splices, 0);
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
