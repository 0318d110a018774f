package dev.keyturn.sandbox.state.bucket;

import java.util.Comparator;

/**
 * The order of keys in listings: that of their UTF-8 bytes, which is that of their code points.
 * Java compares UTF-16 units instead, by which an emoji comes before some other characters.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ListingKeysUsingAPIs.html">S3
 *     User Guide, listing object keys</a>
 */
public final class KeyOrder {
  public static final Comparator<String> BY_BYTES = KeyOrder::compare;

  private KeyOrder() {}

  private static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        return Integer.compare(one.codePointAt(i), other.codePointAt(i));
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
