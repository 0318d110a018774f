package dev.keyturn.sandbox.s3.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Metadata of an object in an answer. S3 takes each byte of a header for a character, and encodes
 * values that are not ASCII by RFC 2047.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html">S3 User
 *     Guide, object metadata</a>
 */
public final class EncodedWords {
  private EncodedWords() {}

  /** The value of a header as it is answered. */
  public static String of(String value) {
    if (value.chars().allMatch(character -> character < 0x80)) {
      return value;
    }
    String characters =
        new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    byte[] encoded = characters.getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(encoded) + "?=";
  }
}
