package dev.keyturn.adapter.file;

import dev.keyturn.domain.edit.Hunk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a file: which bytes they are, and how changes of them are undone. A line ends with
 * LF, CR LF or CR. Immutable and thread-safe.
 */
public final class FileLines {

  private final byte[] bytes;

  /** Where each line begins, and after them the end of the file. */
  private final int[] starts;

  /** The lines of {@code bytes}, which must not change. */
  public FileLines(byte[] bytes) {
    this.bytes = bytes;
    this.starts = starts(bytes);
  }

  private static int[] starts(byte[] bytes) {
    int[] starts = new int[64];
    int count = 0;
    int index = 0;
    while (index < bytes.length) {
      if (count + 1 >= starts.length) {
        starts = Arrays.copyOf(starts, 2 * count + 2);
      }
      starts[count++] = index;
      index = endOfLine(bytes, index);
      boolean both = index + 1 < bytes.length && bytes[index] == '\r' && bytes[index + 1] == '\n';
      index += both ? 2 : 1;
    }
    starts[count] = bytes.length;
    return Arrays.copyOf(starts, count + 1);
  }

  private static int endOfLine(byte[] bytes, int from) {
    int index = from;
    while (index < bytes.length && bytes[index] != '\n' && bytes[index] != '\r') {
      index++;
    }
    return index;
  }

  /** Where a line begins, counted from 0; the end of the file for the line after the last. */
  public int start(int line) {
    return starts[line];
  }

  /**
   * The line that contains the byte at {@code offset}, or would: a last line without a line ending
   * can still grow.
   */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    if (found < 0) {
      return -found - 2;
    }
    boolean growsLastLine = offset > 0 && offset == bytes.length && !isLineEnding(offset - 1);
    return growsLastLine ? found - 1 : found;
  }

  private boolean isLineEnding(int index) {
    return bytes[index] == '\n' || bytes[index] == '\r';
  }

  /** The first line that begins at {@code offset} or after it. */
  public int lineFrom(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 1;
  }

  /** A checksum of a line without its ending; 0 beyond either end of the file. */
  public long checksum(int line) {
    boolean there = line >= 0 && line + 1 < starts.length;
    return there ? Checksum.of(bytes, starts[line], endOfLine(bytes, starts[line])) : 0;
  }

  /** How many lines {@code latin1} has. */
  public static int count(String latin1) {
    return new FileLines(latin1.getBytes(StandardCharsets.ISO_8859_1)).starts.length - 1;
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
      reversed = new FileLines(reversed).reversed(hunk);
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
      FileLines lines = new FileLines(rest);
      Optional<Hunk> found =
          lines.place(hunk, exactly).flatMap(line -> lines.sparingOthers(hunk, line));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      reversible.add(found.get());
      rest = lines.reversed(found.get());
    }
    return Optional.of(List.copyOf(reversible));
  }

  private Optional<Integer> place(Hunk hunk, boolean exactly) {
    String text = latin1();
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
    return place(amongNeighbours, exactly ? List.of() : alike, hunk);
  }

  /** {@code hunk}, found at {@code line}, without what lines added below it since need. */
  private Optional<Hunk> sparingOthers(Hunk hunk, int line) {
    int below = line + count(hunk.after());
    Hunk here = new Hunk(line + 1, hunk.before(), hunk.after(), hunk.above(), hunk.below());
    String next = checksum(below) == hunk.below() ? "" : firstSetting(below);
    if (next.isEmpty() || isHeader(next)) {
      return Optional.of(here);
    }
    boolean addedHeader =
        hunk.after().lines().anyMatch(FileLines::isHeader)
            && hunk.before().lines().noneMatch(FileLines::isHeader);
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
    return latin1()
        .substring(starts[line])
        .lines()
        .filter(it -> !it.isBlank() && !it.startsWith("#") && !it.startsWith(";"))
        .findFirst()
        .orElse("");
  }

  private static Hunk belowHeader(Hunk hunk) {
    FileLines lines = new FileLines(hunk.after().getBytes(StandardCharsets.ISO_8859_1));
    for (int line = lines.starts.length - 2; line >= 0; line--) {
      if (hunk.after().startsWith("[", lines.starts[line])) {
        String rest = hunk.after().substring(lines.starts[line + 1]);
        return new Hunk(hunk.line() + line + 1, "", rest, hunk.above(), hunk.below());
      }
    }
    return hunk;
  }

  private byte[] reversed(Hunk hunk) {
    String text = latin1();
    int from = starts[hunk.line() - 1];
    String after = text.substring(from + hunk.after().length());
    return (text.substring(0, from) + hunk.before() + after).getBytes(StandardCharsets.ISO_8859_1);
  }

  private String latin1() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
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
        && checksum(line + count(hunk.after())) == hunk.below();
  }
}
