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
   * A file as it was before {@code hunks}.
   *
   * <p>The changed lines are searched where they were, then, because other lines may have been
   * added or removed, wherever their neighbours match, then wherever they occur exactly once.
   *
   * @param exactly whether their neighbours must be the same
   * @return empty where the lines are not as they were written
   */
  public static Optional<byte[]> without(byte[] bytes, List<Hunk> hunks, boolean exactly) {
    List<Hunk> newestFirst = new ArrayList<>(hunks);
    Collections.reverse(newestFirst);
    Optional<byte[]> reversed = Optional.of(bytes);
    for (Hunk hunk : newestFirst) {
      reversed = reversed.flatMap(next -> new FileLines(next).without(hunk, exactly));
    }
    return reversed;
  }

  private Optional<byte[]> without(Hunk hunk, boolean exactly) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
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
        .map(line -> reversed(text, starts[line], hunk));
  }

  private static byte[] reversed(String text, int from, Hunk hunk) {
    String after = text.substring(from + hunk.after().length());
    return (text.substring(0, from) + hunk.before() + after).getBytes(StandardCharsets.ISO_8859_1);
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
