package dev.keyturn.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names and values of a query or a form body.
 *
 * <pre>
 * form = [ pair *( "&amp;" pair ) ]      pair = name [ "=" value ]
 * </pre>
 *
 * <p>A {@code %} that is not followed by two hexadecimal digits is literal.
 */
public final class FormDecoder {
  /** U+FFFD is what a byte that is not UTF-8 was read as. */
  private static final Pattern MALFORMED = Pattern.compile("%(?![0-9A-Fa-f]{2})|\ufffd");

  private FormDecoder() {}

  /** The pairs in order; {@code +} means a space, as in forms. */
  public static Map<String, String> form(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, String> pair : pairs(text.replace("+", "%20"))) {
      values.putIfAbsent(pair.getKey(), pair.getValue());
    }
    return values;
  }

  /** The pairs in order, including repeated names; {@code +} is literal. */
  public static List<Map.Entry<String, String>> pairs(String text) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0) {
        pairs.add(Map.entry(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
      } else if (!pair.isEmpty()) {
        pairs.add(Map.entry(decode(pair), ""));
      }
    }
    return pairs;
  }

  /** Percent-decoding, as UTF-8. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    return bytes(text).toString(StandardCharsets.UTF_8);
  }

  /** Whether every {@code %} is followed by two hexadecimal digits, and the bytes are UTF-8. */
  public static boolean isEncoded(String text) {
    if (MALFORMED.matcher(text).find()) {
      return false;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(text).toByteArray()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static ByteArrayOutputStream bytes(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '%' && i + 2 < in.length && digit(in[i + 1]) >= 0 && digit(in[i + 2]) >= 0) {
        out.write(digit(in[i + 1]) * 16 + digit(in[i + 2]));
        i += 2;
      } else {
        out.write(in[i]);
      }
    }
    return out;
  }

  private static int digit(byte value) {
    return Character.digit((char) value, 16);
  }
}
