package dev.keyturn.adapter.file;

import dev.keyturn.domain.edit.Hunk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How changes of a file are undone, also when other lines were added or removed since. Immutable
 * and thread-safe.
 */
public final class HunkReversal {

  private final FileLines lines;
  private final String text;

  private HunkReversal(byte[] bytes) {
    this.lines = new FileLines(bytes);
    this.text = lines.latin1();
  }

  /**
   * A file as it was before {@code hunks}; empty where {@link #reversible} is.
   *
   * @param exactly whether their neighbours must be the same
   */
  public static Optional<byte[]> without(byte[] bytes, List<Hunk> hunks, boolean exactly) {
    return reversible(bytes, hunks, exactly).map(found -> reversed(bytes, found));
  }

  private static byte[] reversed(byte[] bytes, List<Hunk> reversible) {
    byte[] reversed = bytes;
    for (Hunk hunk : reversible) {
      reversed = new HunkReversal(reversed).reversed(hunk);
    }
    return reversed;
  }

  /**
   * The changes of a file that can be reversed, newest first, each with the line where it is now.
   *
   * <p>The changed lines are searched where they were, then, because other lines may have been
   * added or removed, wherever their neighbours match, then wherever they occur exactly once.
   *
   * <p>Lines that were added below them since stay in their section: its header is then not part of
   * what is reversed. Where such lines continue a value that would go, nothing is reversible.
   *
   * @param exactly whether their neighbours must be the same
   * @return empty where the lines are not as they were written
   */
  public static Optional<List<Hunk>> reversible(byte[] bytes, List<Hunk> hunks, boolean exactly) {
    List<Hunk> newestFirst = new ArrayList<>(hunks);
    Collections.reverse(newestFirst);
    List<Hunk> reversible = new ArrayList<>();
    byte[] rest = bytes;
    for (Hunk hunk : newestFirst) {
      HunkReversal file = new HunkReversal(rest);
      Optional<Hunk> found =
          file.place(hunk, exactly).flatMap(line -> file.sparingOthers(hunk, line));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      reversible.add(found.get());
      rest = file.reversed(found.get());
    }
    return Optional.of(List.copyOf(reversible));
  }

  private byte[] reversed(Hunk hunk) {
    int from = lines.start(hunk.line() - 1);
    String after = text.substring(from + hunk.after().length());
    return (text.substring(0, from) + hunk.before() + after).getBytes(StandardCharsets.ISO_8859_1);
  }

  private Optional<Integer> place(Hunk hunk, boolean exactly) {
    List<Integer> alike = new ArrayList<>();
    List<Integer> amongNeighbours = new ArrayList<>();
    for (int line = 0; line <= lines.count(); line++) {
      int start = lines.start(line);
      if (text.startsWith(hunk.after(), start) && lines.isBoundary(start + hunk.after().length())) {
        alike.add(line);
        if (hasNeighbours(line, hunk)) {
          amongNeighbours.add(line);
        }
      }
    }
    return place(amongNeighbours, exactly ? List.of() : alike, hunk);
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

  private boolean hasNeighbours(int line, Hunk hunk) {
    return lines.checksum(line - 1) == hunk.above()
        && lines.checksum(line + FileLines.count(hunk.after())) == hunk.below();
  }

  /** {@code hunk}, found at {@code line}, without what lines added below it since need. */
  private Optional<Hunk> sparingOthers(Hunk hunk, int line) {
    int below = line + FileLines.count(hunk.after());
    Hunk here = new Hunk(line + 1, hunk.before(), hunk.after(), hunk.above(), hunk.below());
    String next = lines.checksum(below) == hunk.below() ? "" : firstSetting(below);
    if (next.isEmpty() || isHeader(next)) {
      return Optional.of(here);
    }
    boolean addedHeader =
        hunk.after().lines().anyMatch(HunkReversal::isHeader)
            && hunk.before().lines().noneMatch(HunkReversal::isHeader);
    if (next.startsWith(" ") || next.startsWith("\t")) {
      boolean continuesAddedLine = addedHeader || hunk.before().isEmpty();
      return continuesAddedLine ? Optional.empty() : Optional.of(here);
    }
    return Optional.of(addedHeader ? belowHeader(here) : here);
  }

  private static boolean isHeader(String line) {
    return line.startsWith("[");
  }

  /** The first line from {@code line} on that is not blank and not a comment; "" for none. */
  private String firstSetting(int line) {
    return text.substring(lines.start(line))
        .lines()
        .filter(it -> !it.isBlank() && !it.startsWith("#") && !it.startsWith(";"))
        .findFirst()
        .orElse("");
  }

  private static Hunk belowHeader(Hunk hunk) {
    FileLines added = FileLines.of(hunk.after());
    for (int line = added.count() - 1; line >= 0; line--) {
      if (hunk.after().startsWith("[", added.start(line))) {
        String rest = hunk.after().substring(added.start(line + 1));
        return new Hunk(hunk.line() + line + 1, "", rest, hunk.above(), hunk.below());
      }
    }
    return hunk;
  }
}
