package dev.keyturn.cli.transcript;

import java.util.List;
import java.util.regex.Pattern;

/** The lines that differ between two texts, each run of them after the line before it. */
final class LineDifference {

  private static final Pattern LINE_END = Pattern.compile("(?<=\n)");

  private final List<String> before;
  private final List<String> after;
  private final int[][] common;
  private final StringBuilder text = new StringBuilder();

  private LineDifference(String before, String after) {
    this.before = lines(before);
    this.after = lines(after);
    this.common = new int[this.before.size() + 1][this.after.size() + 1];
  }

  static String of(String before, String after) {
    return before.equals(after) ? "" : new LineDifference(before, after).compare();
  }

  /** With their ends, so that another line end is another line. */
  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : LINE_END.splitAsStream(text).toList();
  }

  private String compare() {
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    walk();
    return text.toString();
  }

  private void walk() {
    int i = 0;
    int j = 0;
    boolean told = true;
    while (i < before.size() || j < after.size()) {
      boolean same = i < before.size() && j < after.size() && before.get(i).equals(after.get(j));
      if (same) {
        told = false;
        i++;
        j++;
        continue;
      }
      if (!told && i > 0) {
        add("  ", before.get(i - 1));
      }
      told = true;
      boolean gone =
          j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1]);
      if (gone) {
        add("- ", before.get(i++));
      } else {
        add("+ ", after.get(j++));
      }
    }
  }

  private void add(String mark, String line) {
    String shown = line.replace("\r", "\\r");
    text.append(mark).append(shown.endsWith("\n") ? shown : shown + "\\no line end\n");
  }
}
