package dev.keyturn.cli.adapter.keychain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values in D-Bus wire format. Malformed data throws a runtime exception. */
final class WireReader {

  private final ByteBuffer in;

  /** Reads {@code bytes}, whose numbers have {@code order}. */
  WireReader(byte[] bytes, ByteOrder order) {
    this.in = ByteBuffer.wrap(bytes).order(order);
  }

  /** The values of the types of {@code signature}. */
  List<Object> all(String signature) {
    List<Object> values = new ArrayList<>();
    for (String type : Signature.split(signature)) {
      values.add(one(type));
    }
    return values;
  }

  private Object one(String type) {
    align(Signature.alignment(type));
    return switch (type.charAt(0)) {
      case 'y' -> in.get();
      case 'b' -> in.getInt() != 0;
      case 'u', 'i' -> in.getInt();
      case 's', 'o' -> text(in.getInt());
      case 'g' -> text(in.get());
      case 'v' -> variant();
      case 'a' -> array(Signature.inside(type));
      case '(' -> all(Signature.inside(type));
      default -> throw new IllegalArgumentException("no values of type " + type);
    };
  }

  private String text(int length) {
    String text = new String(bytes(length), StandardCharsets.UTF_8);
    in.get();
    return text;
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[Math.min(length, in.remaining())];
    in.get(bytes);
    return bytes;
  }

  private Variant variant() {
    String signature = text(in.get());
    return new Variant(signature, one(signature));
  }

  private Object array(String element) {
    int length = in.getInt();
    align(Signature.alignment(element));
    if (element.equals("y")) {
      return bytes(length);
    }
    int end = in.position() + length;
    return element.charAt(0) == '{' ? map(Signature.inside(element), end) : list(element, end);
  }

  private Map<Object, Object> map(String entry, int end) {
    Map<Object, Object> map = new LinkedHashMap<>();
    while (in.position() < end) {
      align(Signature.alignment("{"));
      List<Object> pair = all(entry);
      map.put(pair.get(0), pair.get(1));
    }
    return map;
  }

  private List<Object> list(String element, int end) {
    List<Object> list = new ArrayList<>();
    while (in.position() < end) {
      list.add(one(element));
    }
    return list;
  }

  private void align(int alignment) {
    in.position((in.position() + alignment - 1) / alignment * alignment);
  }
}
