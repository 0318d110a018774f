package dev.keyturn.sandbox.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Percent-encoding and path normalisation as Signature Version 4 wants them (RFC 3986). */
final class UriEncoder {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private UriEncoder() {}

  static String encode(String text) {
    return encode(text, "");
  }

  /** Encodes a path, except its slashes. */
  static String encodePath(String path) {
    return encode(path, "/");
  }

  private static String encode(String text, String kept) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (value & 0xff);
      if (UNRESERVED.indexOf(character) >= 0 || kept.indexOf(character) >= 0) {
        encoded.append(character);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) character));
      }
    }
    return encoded.toString();
  }

  /** Without empty segments, {@code .} and {@code ..}; a slash at the end stays. */
  static String normalise(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    boolean open = path.endsWith("/") || path.endsWith("/.") || path.endsWith("/..");
    return segments.isEmpty() ? "/" : "/" + String.join("/", segments) + (open ? "/" : "");
  }
}
