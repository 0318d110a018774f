package dev.keyturn.sandbox.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.keyturn.sandbox.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrTest {

  @ParameterizedTest
  @ValueSource(
      ints = {1, 14, 15, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 331, 500, 900, 1500, 2331})
  void a_reader_finds_the_text(int length, @TempDir Path folder) throws Exception {
    Path reader = Programs.require("zbarimg");
    String text = text(length);
    Path picture = Files.write(folder.resolve("code.png"), Qr.png(text));
    assertThat(read(reader, picture)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"14, 21", "15, 25", "106, 41", "107, 45", "213, 57", "214, 61", "2331, 177"})
  void the_smallest_symbol_that_fits_is_taken(int length, int size) {
    assertThat(Qr.symbol(text(length)).size()).isEqualTo(size);
  }

  @Test
  void what_no_symbol_can_hold_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Qr.png(text(2332)));
  }

  @Test
  void an_empty_text_has_a_symbol() {
    assertThatNoException().isThrownBy(() -> Qr.png(""));
  }

  @Test
  void the_same_text_gives_the_same_picture() {
    assertThat(Qr.png("otpauth://totp/alice@alice?secret=ABC"))
        .isEqualTo(Qr.png("otpauth://totp/alice@alice?secret=ABC"));
  }

  /** The worked example of ISO/IEC 18004, annex I: "01234567" as data codewords of version 1-M. */
  @Test
  void the_correction_codewords_are_those_of_the_standard() {
    byte[] data =
        bytes(
            0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11,
            0xEC, 0x11);
    assertThat(new ReedSolomon(10).remainder(data))
        .isEqualTo(bytes(0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static String text(int length) {
    String seed = "otpauth://totp/alice@123456789012?secret=GEZDGNBVGY3TQOJQ/";
    return seed.repeat(length / seed.length() + 1).substring(0, length);
  }

  private static String read(Path reader, Path picture) {
    return Programs.run(Map.of(), reader, "--quiet", "--raw", "--nodbus", picture.toString())
        .output()
        .stripTrailing();
  }
}
