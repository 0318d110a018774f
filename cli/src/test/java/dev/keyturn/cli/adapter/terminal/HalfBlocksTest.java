package dev.keyturn.cli.adapter.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.port.qr.QrCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfBlocksTest {

  /** A code that looks like none, and differs at each module from its neighbours' pattern. */
  private record Pattern(int size) implements QrCode {
    @Override
    public boolean isDark(int column, int row) {
      boolean isInside = column >= 0 && row >= 0 && column < size && row < size;
      return isInside && (column * 7 + row * 3 + column * row) % 5 < 2;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 25, 33, 37})
  void each_half_of_a_glyph_is_a_module(int size) {
    Pattern code = new Pattern(size);
    List<String> lines = HalfBlocks.of(code, 100).lines().toList();
    assertThat(lines).hasSize((size + 8 + 1) / 2);
    for (int row = 0; row < size + 8; row++) {
      String glyphs = lines.get(row / 2).replaceAll("\u001b\\[[0-9;]*m", "");
      assertThat(glyphs).hasSize(size + 8);
      for (int column = 0; column < size + 8; column++) {
        boolean isLight = isLight(glyphs.charAt(column), row % 2 == 0);
        assertThat(isLight).isNotEqualTo(code.isDark(column - 4, row - 4));
      }
    }
  }

  private static boolean isLight(char glyph, boolean isUpper) {
    return glyph == '█' || glyph == (isUpper ? '▀' : '▄');
  }

  @Test
  void each_line_has_its_colours_and_ends_them() {
    assertThat(HalfBlocks.of(new Pattern(21), 100).lines())
        .allMatch(
            line -> line.startsWith("\u001b[38;5;231;48;5;16m") && line.endsWith("\u001b[0m"));
  }

  @Test
  void a_low_window_gets_a_narrow_margin_and_a_lower_one_no_code() {
    Pattern code = new Pattern(37);
    assertThat(HalfBlocks.of(code, 24).lines()).hasSize(23);
    assertThat(HalfBlocks.of(code, 23).lines()).hasSize(21);
    assertThat(HalfBlocks.of(code, 22).lines()).hasSize(21);
    assertThat(HalfBlocks.of(code, 21)).isEmpty();
  }
}
