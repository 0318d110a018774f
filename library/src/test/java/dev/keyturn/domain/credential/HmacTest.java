package dev.keyturn.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HmacTest {

  /** RFC 4231, test case 2. */
  @Test
  void the_code_is_that_of_the_standard() {
    byte[] key = "Jefe".getBytes(StandardCharsets.US_ASCII);
    byte[] message = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
    assertThat(HexFormat.of().formatHex(Hmac.SHA_256.of(key, message)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  /** Keys longer than a block of either digest are among them. */
  @Property(tries = 200)
  void the_code_is_that_of_java(
      @ForAll @Size(min = 1, max = 200) byte[] key, @ForAll byte[] message, @ForAll Hmac hmac)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(hmac.algorithm());
    mac.init(new SecretKeySpec(key, hmac.algorithm()));
    assertThat(hmac.of(key, message)).isEqualTo(mac.doFinal(message));
  }
}
