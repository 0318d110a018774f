package dev.keyturn.cli.command.text;

import dev.keyturn.domain.text.VisibleText;
import java.util.List;

/** Columns that line up, two blanks apart; one line each, no blank at its end. */
public final class Table {

  private static final String GAP = "  ";

  private Table() {}

  /** The rows, all with the same number of cells. */
  public static String text(List<List<String>> rows) {
    return aligned(rows.stream().map(row -> row.stream().map(VisibleText::line).toList()).toList());
  }

  private static String aligned(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(widths[column] - width(cell))).append(GAP);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** Characters, not UTF-16 units. */
  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
