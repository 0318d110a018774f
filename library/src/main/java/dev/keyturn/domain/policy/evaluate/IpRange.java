package dev.keyturn.domain.policy.evaluate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An address or a range in CIDR form, IPv4 or IPv6. Parsed by hand, because the parser of java.net
 * resolves host names.
 */
final class IpRange {

  private final byte[] address;
  private final int prefix;

  private IpRange(byte[] address, int prefix) {
    this.address = address;
    this.prefix = prefix;
  }

  /** The range, a single address if it has no prefix length; null for an invalid text. */
  static @Nullable IpRange parse(String text) {
    int slash = text.indexOf('/');
    byte[] address = address(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      return null;
    }
    int bits = address.length * 8;
    int prefix = slash < 0 ? bits : number(text.substring(slash + 1), 10, 3);
    return prefix < 0 || prefix > bits ? null : new IpRange(address, prefix);
  }

  /** Whether all addresses of {@code other} are within this range. */
  boolean contains(IpRange other) {
    if (other.address.length != address.length || other.prefix < prefix) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> bit % 8;
      if (((address[bit / 8] ^ other.address[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  private static byte @Nullable [] address(String text) {
    return text.indexOf(':') < 0 ? v4(text) : v6(text);
  }

  private static byte @Nullable [] v4(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] address = new byte[4];
    for (int i = 0; i < 4 && parts.length == 4; i++) {
      int number = number(parts[i], 10, 3);
      if (number < 0 || number > 255) {
        return null;
      }
      address[i] = (byte) number;
    }
    return parts.length == 4 ? address : null;
  }

  /** Eight groups; {@code ::} replaces those that are left out. */
  private static byte @Nullable [] v6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      byte[] address = groups(text);
      return address != null && address.length == 16 ? address : null;
    }
    byte[] head = groups(text.substring(0, gap));
    byte[] tail = groups(text.substring(gap + 2));
    if (head == null || tail == null || head.length + tail.length > 14) {
      return null;
    }
    byte[] address = Arrays.copyOf(head, 16);
    System.arraycopy(tail, 0, address, 16 - tail.length, tail.length);
    return address;
  }

  private static byte @Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return new byte[0];
    }
    String[] parts = text.split(":", -1);
    byte[] v4 = parts[parts.length - 1].indexOf('.') < 0 ? null : v4(parts[parts.length - 1]);
    int groups = v4 == null ? parts.length : parts.length - 1;
    byte[] address = new byte[groups * 2 + (v4 == null ? 0 : 4)];
    for (int i = 0; i < groups; i++) {
      int number = number(parts[i], 16, 4);
      if (number < 0) {
        return null;
      }
      address[2 * i] = (byte) (number >> 8);
      address[2 * i + 1] = (byte) number;
    }
    if (v4 != null) {
      System.arraycopy(v4, 0, address, groups * 2, 4);
    }
    return address;
  }

  private static int number(String text, int radix, int longest) {
    boolean valid = !text.isEmpty() && text.length() <= longest;
    int number = 0;
    for (int i = 0; i < text.length() && valid; i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
      valid = digit >= 0;
      number = number * radix + digit;
    }
    return valid ? number : -1;
  }
}
