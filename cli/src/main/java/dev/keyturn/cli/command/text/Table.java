package dev.keyturn.cli.command.text;

import dev.keyturn.domain.text.VisibleText;
import java.util.List;

/** Columns that line up, two blanks apart; one line each, no blank at its end. */
public final class Table {

  private static final String GAP = "  ";

  /**
   * The cell in one row and one column.
   *
   * @param text the text
   * @param style how it is highlighted
   */
  public record Cell(String text, Style style) {

    /** A text as any other. */
    public static Cell of(String text) {
      return new Cell(text, Style.PLAIN);
    }
  }

  private final List<List<Cell>> rows;
  private final int[] widths;

  private Table(List<List<Cell>> rows) {
    this.rows = rows;
    this.widths = new int[rows.get(0).size()];
    for (List<Cell> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], DisplayWidth.of(row.get(column).text()));
      }
    }
  }

  /** The rows, all with the same number of cells, however wide. */
  public static String text(List<List<String>> rows) {
    Table table = new Table(visible(rows.stream().map(Table::plain).toList()));
    return table.text(table.widths.length, Look.PLAIN);
  }

  /**
   * The rows with as many columns as fit into {@code look}, the first {@code least} of them at any
   * rate: nothing is cut.
   */
  public static String fitting(List<List<Cell>> rows, int least, Look look) {
    Table table = new Table(visible(rows));
    int columns = table.widths.length;
    while (columns > least && table.width(columns) > look.columns()) {
      columns--;
    }
    return table.text(columns, look);
  }

  /** Whether the first {@code columns} of the rows fit into {@code look}. */
  public static boolean fits(List<List<Cell>> rows, int columns, Look look) {
    return new Table(visible(rows)).width(columns) <= look.columns();
  }

  private static List<Cell> plain(List<String> row) {
    return row.stream().map(Cell::of).toList();
  }

  private static List<List<Cell>> visible(List<List<Cell>> rows) {
    return rows.stream()
        .map(row ->
            row.stream().map(it -> new Cell(VisibleText.line(it.text()), it.style())).toList())
        .toList();
  }

  private int width(int columns) {
    int width = (columns - 1) * GAP.length();
    for (int column = 0; column < columns; column++) {
      width += widths[column];
    }
    return width;
  }

  private String text(int columns, Look look) {
    StringBuilder text = new StringBuilder();
    for (List<Cell> row : rows) {
      StringBuilder blanks = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        Cell cell = row.get(column);
        if (!cell.text().isEmpty()) {
          text.append(blanks).append(look.of(cell.style(), cell.text()));
          blanks.setLength(0);
        }
        blanks.repeat(' ', widths[column] - DisplayWidth.of(cell.text())).append(GAP);
      }
      text.append('\n');
    }
    return text.toString();
  }
}
