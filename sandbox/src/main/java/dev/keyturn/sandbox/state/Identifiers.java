package dev.keyturn.sandbox.state;

import dev.keyturn.sandbox.mfa.Base32;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Makes ids, keys, seeds and tokens of AWS's shapes. Safe for use by several threads. */
public final class Identifiers {
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final RandomGenerator random;

  public Identifiers(RandomGenerator random) {
    this.random = random;
  }

  /** {@code AKIA} and 16 characters. */
  public String accessKeyId() {
    return "AKIA" + text(BASE_32, 16);
  }

  /** {@code ASIA} and 16 characters. */
  public String temporaryAccessKeyId() {
    return "ASIA" + text(BASE_32, 16);
  }

  /** 40 characters, {@code /} and {@code +} among them. */
  public String secretAccessKey() {
    return Base64.getEncoder().encodeToString(bytes(30));
  }

  /** A console password that the default policy accepts. */
  public String password() {
    return text(BASE_32, 6) + text("abcdefghijkmnopqrstuvwxyz", 8) + text("23456789", 4) + "!";
  }

  /** Opaque to every client, as AWS's are. */
  public String sessionToken() {
    return Base64.getEncoder().encodeToString(bytes(264));
  }

  /** 160 bits that only the starter of the sandbox gets to know. */
  public String controlToken() {
    return Base32.encode(bytes(20));
  }

  /** A user's, role's or other entity's id: a prefix such as {@code AIDA} and 17 characters. */
  public String entityId(String prefix) {
    return prefix + text(BASE_32, 17);
  }

  /** Twelve digits, the first not zero. */
  public String accountId() {
    return text("123456789", 1) + text("0123456789", 11);
  }

  /** 64 characters of base32 for 40 bytes, as AWS makes them. */
  public String seed() {
    return Base32.encode(bytes(40));
  }

  /** The form of a request id. */
  public String requestId() {
    byte[] id = bytes(16);
    StringBuilder text = new StringBuilder(36);
    for (int i = 0; i < id.length; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        text.append('-');
      }
      text.append(Character.forDigit((id[i] >> 4) & 15, 16))
          .append(Character.forDigit(id[i] & 15, 16));
    }
    return text.toString();
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private String text(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
