package dev.keyturn.cli.command.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.text.Table.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns line up on every terminal. */
class TableTest {

  private static List<Cell> row(String... texts) {
    return List.of(texts).stream().map(Cell::of).toList();
  }

  @Test
  void columns_are_two_blanks_apart_and_lines_have_no_blank_at_their_end() {
    assertThat(Table.text(List.of(List.of("a", "bb", ""), List.of("ccc", "d", "e"))))
        .isEqualTo("a    bb\nccc  d   e\n");
  }

  @Test
  void wide_characters_take_two_columns_and_combining_marks_none() {
    assertThat(
            Table.text(
                List.of(
                    List.of("会社", "x"),
                    List.of("café", "x"),
                    List.of("cafe\u0301", "x"),
                    List.of("\uD83D\uDE80a", "x"))))
        .isEqualTo("会社  x\ncafé  x\ncafe\u0301  x\n\uD83D\uDE80a   x\n");
  }

  @Test
  void columns_that_have_no_room_are_left_out_from_the_right() {
    List<List<Cell>> rows = List.of(row("name", "twelve chars", "third"));
    assertThat(Table.fitting(rows, 1, new Look(25, false)))
        .isEqualTo("name  twelve chars  third\n");
    assertThat(Table.fitting(rows, 1, new Look(24, false))).isEqualTo("name  twelve chars\n");
    assertThat(Table.fitting(rows, 1, new Look(17, false))).isEqualTo("name\n");
  }

  @Test
  void required_columns_are_not_cut() {
    assertThat(Table.fitting(List.of(row("a long name", "b")), 2, new Look(5, false)))
        .isEqualTo("a long name  b\n");
  }

  @Test
  void colour_changes_no_width() {
    List<List<Cell>> rows =
        List.of(List.of(new Cell("one", Style.GOOD), Cell.of("b")), row("three", "d"));
    String coloured = Table.fitting(rows, 2, new Look(80, true));
    assertThat(coloured).contains("\u001b[32mone\u001b[0m");
    assertThat(Style.removed(coloured)).isEqualTo(Table.fitting(rows, 2, Look.PLAIN));
  }

  @Test
  void control_characters_in_a_name_are_shown_instead_of_obeyed() {
    assertThat(Table.fitting(List.of(row("a\u001b[2Jb")), 1, new Look(80, true)))
        .isEqualTo("a\\u001b[2Jb\n");
  }
}
