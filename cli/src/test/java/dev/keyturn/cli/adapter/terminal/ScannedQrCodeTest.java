package dev.keyturn.cli.adapter.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.adapter.qr.ZxingQrCodes;
import dev.keyturn.cli.command.port.qr.QrCode;
import dev.keyturn.cli.store.RealProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another program reads the QR codes, from the PNG file and from a picture of the terminal. */
class ScannedQrCodeTest {

  private static final String TEXT =
      "otpauth://totp/alice@123456789012?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @TempDir private Path folder;
  private final ZxingQrCodes codes = new ZxingQrCodes();

  /** Before the text, it may complain that there is no system bus. */
  private static String scanned(Path picture) throws Exception {
    return RealProgram.run(Map.of(), "", "zbarimg", "--quiet", "--raw", picture.toString())
        .lines()
        .reduce("", (earlier, line) -> line);
  }

  @Test
  void the_png_file() throws Exception {
    RealProgram.need("zbarimg");
    Path png = folder.resolve("code.png");
    codes.write(codes.of(TEXT), png.toString());
    assertThat(scanned(png)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_terminal_on_a_light_and_on_a_dark_background(boolean isLight) throws Exception {
    RealProgram.need("zbarimg", "tmux");
    QrCode code = codes.of(TEXT);
    Path picture = folder.resolve("pane.pgm");
    Files.write(picture, new PanePicture(isLight).of(pane(HalfBlocks.of(code, 50))));
    assertThat(scanned(picture)).isEqualTo(TEXT);
  }

  /** What a terminal shows of a text, with its colours. */
  private List<String> pane(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("text"), text + "the end\n");
    String shown = "cat '" + file + "'; exec cat";
    tmux("new-session", "-d", "-x", "80", "-y", "50", shown);
    try {
      String captured = "";
      for (int i = 0; i < 200 && !captured.contains("the end"); i++) {
        Thread.sleep(20);
        captured = tmux("capture-pane", "-p", "-e", "-N");
      }
      return captured.lines().toList();
    } finally {
      tmux("kill-server");
    }
  }

  private String tmux(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-f", "/dev/null", "-S"));
    command.add(folder.resolve("socket").toString());
    command.addAll(List.of(words));
    return RealProgram.run(
        Map.of("LC_ALL", "C.UTF-8", "TERM", "screen-256color"), "", command.toArray(String[]::new));
  }

  /** Draws what a terminal shows as a grey picture: half blocks in white, black and no colour. */
  private static final class PanePicture {
    private static final int COLUMNS = 80;
    private static final int PIXELS = 6;
    private static final String WHITE = "231";

    private final boolean isLight;
    private boolean isForegroundLight;
    private boolean isBackgroundLight;

    PanePicture(boolean isLight) {
      this.isLight = isLight;
      reset();
    }

    private void reset() {
      isForegroundLight = !isLight;
      isBackgroundLight = isLight;
    }

    /** A PGM file. */
    byte[] of(List<String> lines) throws IOException {
      ByteArrayOutputStream picture = new ByteArrayOutputStream();
      String header = "P5 %d %d 255\n".formatted(COLUMNS * PIXELS, lines.size() * 2 * PIXELS);
      picture.write(header.getBytes(StandardCharsets.US_ASCII));
      for (String line : lines) {
        byte[][] halves = halves(line);
        for (int y = 0; y < 2 * PIXELS; y++) {
          picture.write(halves[y / PIXELS]);
        }
      }
      return picture.toByteArray();
    }

    /** A colour goes on in the next line; beyond the end of a line there is none. */
    private byte[][] halves(String line) {
      byte[][] halves = new byte[2][COLUMNS * PIXELS];
      int column = 0;
      int next = 0;
      while (next < line.length()) {
        if (line.startsWith("\u001b[", next)) {
          int end = line.indexOf('m', next);
          colour(line.substring(next + 2, end).split(";", -1));
          next = end + 1;
        } else {
          draw(halves, column++, line.charAt(next++));
        }
      }
      while (column < COLUMNS) {
        fill(halves[0], column, isLight);
        fill(halves[1], column++, isLight);
      }
      return halves;
    }

    private void draw(byte[][] halves, int column, char glyph) {
      boolean upper = glyph == '█' || glyph == '▀';
      boolean lower = glyph == '█' || glyph == '▄';
      fill(halves[0], column, upper ? isForegroundLight : isBackgroundLight);
      fill(halves[1], column, lower ? isForegroundLight : isBackgroundLight);
    }

    private static void fill(byte[] pixels, int column, boolean isLight) {
      for (int x = column * PIXELS; x < (column + 1) * PIXELS; x++) {
        pixels[x] = (byte) (isLight ? 255 : 0);
      }
    }

    private void colour(String[] codes) {
      for (int i = 0; i < codes.length; i++) {
        switch (codes[i]) {
          case "38" -> {
            isForegroundLight = codes[i + 2].equals(WHITE);
            i += 2;
          }
          case "48" -> {
            isBackgroundLight = codes[i + 2].equals(WHITE);
            i += 2;
          }
          case "39" -> isForegroundLight = !isLight;
          case "49" -> isBackgroundLight = isLight;
          default -> reset();
        }
      }
    }
  }
}
