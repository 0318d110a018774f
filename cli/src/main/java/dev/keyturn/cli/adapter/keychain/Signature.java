package dev.keyturn.cli.adapter.keychain;

import java.util.ArrayList;
import java.util.List;

/**
 * The types that the Secret Service uses, with their Java types: {@code y} Byte, {@code b} Boolean,
 * {@code u} Integer, {@code s}, {@code o} and {@code g} String, {@code v} {@link Variant}, {@code
 * ay} bytes, {@code a{..}} Map, other arrays and {@code (..)} List.
 *
 * @see <a href="https://dbus.freedesktop.org/doc/dbus-specification.html#type-system">D-Bus
 *     specification, type system</a>
 */
final class Signature {

  private Signature() {}

  /** The complete types that {@code signature} consists of. */
  static List<String> split(String signature) {
    List<String> types = new ArrayList<>();
    int start = 0;
    while (start < signature.length()) {
      int end = end(signature, start);
      types.add(signature.substring(start, end));
      start = end;
    }
    return types;
  }

  private static int end(String signature, int start) {
    char first = signature.charAt(start);
    if (first == 'a') {
      return end(signature, start + 1);
    }
    if (first != '(' && first != '{') {
      return start + 1;
    }
    int at = start + 1;
    while (signature.charAt(at) != ')' && signature.charAt(at) != '}') {
      at = end(signature, at);
    }
    return at + 1;
  }

  /** What is between the brackets of a struct, or in an array. */
  static String inside(String type) {
    return type.charAt(0) == 'a' ? type.substring(1) : type.substring(1, type.length() - 1);
  }

  /** The alignment of a type, in bytes. */
  static int alignment(String type) {
    return switch (type.charAt(0)) {
      case 'y', 'g', 'v' -> 1;
      case '(', '{' -> 8;
      default -> 4;
    };
  }
}
