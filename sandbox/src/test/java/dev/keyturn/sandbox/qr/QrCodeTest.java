package dev.keyturn.sandbox.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keyturn.sandbox.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 122, 2331})
  void a_scanner_reads_the_text(int length, @TempDir Path folder) throws Exception {
    Path scanner = Programs.require("zbarimg");
    String text = text(length);
    Path picture = Files.write(folder.resolve("code.png"), QrCode.png(text));
    assertThat(scan(scanner, picture)).isEqualTo(text);
  }

  @Test
  void a_text_that_is_too_long_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> QrCode.png(text(2332)));
  }

  @Test
  void the_same_text_gives_the_same_image() {
    String text = "otpauth://totp/alice@alice?secret=ABC";
    assertThat(QrCode.png(text)).isEqualTo(QrCode.png(text));
  }

  private static String text(int length) {
    String seed = "otpauth://totp/alice@123456789012?secret=GEZDGNBVGY3TQOJQ/";
    return seed.repeat(length / seed.length() + 1).substring(0, length);
  }

  private static String scan(Path scanner, Path picture) {
    return Programs.run(Map.of(), scanner, "--quiet", "--raw", "--nodbus", picture.toString())
        .output()
        .stripTrailing();
  }
}
