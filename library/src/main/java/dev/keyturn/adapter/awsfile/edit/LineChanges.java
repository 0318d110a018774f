package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.domain.edit.Hunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns splices into changes of whole lines that can be taken back, and takes them back. */
final class LineChanges {

  private final AwsFile file;

  /** Where each line begins, and behind them the end of the file. */
  private final int[] starts;

  private LineChanges(AwsFile file) {
    this.file = file;
    this.starts = file.lineStarts();
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
      int first = lineAt(splices.get(index).from());
      int behind = lineBehind(splices.get(index).to());
      int next = index + 1;
      while (next < splices.size() && lineAt(splices.get(next).from()) <= behind) {
        behind = Math.max(behind, lineBehind(splices.get(next).to()));
        next++;
      }
      Hunk hunk = hunk(first, behind, splices.subList(index, next), shift);
      hunks.add(hunk);
      shift += lineCount(hunk.after()) - lineCount(hunk.before());
      index = next;
    }
    return hunks;
  }

  private Hunk hunk(int first, int behind, List<Splice> splices, int shift) {
    int from = starts[first];
    List<Splice> moved = new ArrayList<>();
    for (Splice splice : splices) {
      moved.add(new Splice(splice.from() - from, splice.to() - from, splice.replacement()));
    }
    AwsFile lines = AwsFile.of(Arrays.copyOfRange(file.bytes(), from, starts[behind]));
    return new Hunk(
        first + shift + 1,
        lines.latin1(),
        lines.with(moved).latin1(),
        checksum(first - 1),
        checksum(behind));
  }

  /**
   * The file with the lines of {@code hunk} as they were before.
   *
   * <p>They are looked for where they were and, since other lines may have come and gone, wherever
   * their neighbours are the same, or else where they are the only ones of their kind.
   *
   * @param exactly whether the neighbours must be the same
   * @return empty when the lines are not as the hunk wrote them
   */
  static Optional<AwsFile> reversed(AwsFile file, Hunk hunk, boolean exactly) {
    return new LineChanges(file).reversed(hunk, exactly);
  }

  private Optional<AwsFile> reversed(Hunk hunk, boolean exactly) {
    String text = file.latin1();
    List<Integer> alike = new ArrayList<>();
    List<Integer> amongNeighbours = new ArrayList<>();
    for (int line = 0; line < starts.length; line++) {
      if (text.startsWith(hunk.after(), starts[line])
          && isLineBoundary(starts[line] + hunk.after().length())) {
        alike.add(line);
        if (hasNeighbours(line, hunk)) {
          amongNeighbours.add(line);
        }
      }
    }
    return place(amongNeighbours, exactly ? List.of() : alike, hunk)
        .map(line -> reversed(starts[line], hunk));
  }

  private AwsFile reversed(int from, Hunk hunk) {
    return file.with(from, from + hunk.after().length(), hunk.before());
  }

  private static Optional<Integer> place(
      List<Integer> amongNeighbours, List<Integer> alike, Hunk hunk) {
    if (amongNeighbours.contains(hunk.line() - 1)) {
      return Optional.of(hunk.line() - 1);
    }
    if (amongNeighbours.size() == 1) {
      return Optional.of(amongNeighbours.get(0));
    }
    boolean unique = amongNeighbours.isEmpty() && alike.size() == 1 && !hunk.after().isEmpty();
    return unique ? Optional.of(alike.get(0)) : Optional.empty();
  }

  private boolean isLineBoundary(int offset) {
    return Arrays.binarySearch(starts, offset) >= 0;
  }

  private boolean hasNeighbours(int line, Hunk hunk) {
    return checksum(line - 1) == hunk.above()
        && checksum(line + lineCount(hunk.after())) == hunk.below();
  }

  /** The line that holds the byte at {@code offset}, or would; a last line without an end grows. */
  private int lineAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    boolean growsLastLine = offset == file.bytes().length && !file.endsWithLineEnding();
    return found >= 0 && !growsLastLine ? found : (found >= 0 ? found : -found - 1) - 1;
  }

  private int lineBehind(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 1;
  }

  private static int lineCount(String lines) {
    return lines.isEmpty() ? 0 : AwsFile.ofLatin1(lines).lineStarts().length - 1;
  }

  /** FNV-1a of a line without its ending; 0 beyond either end of the file. */
  private long checksum(int line) {
    if (line < 0 || line + 1 >= starts.length) {
      return 0;
    }
    long hash = 0xcbf29ce484222325L;
    for (int index = starts[line];
        index < starts[line + 1] && file.lineEndingAt(index) == 0;
        index++) {
      hash = (hash ^ (file.bytes()[index] & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }
}
