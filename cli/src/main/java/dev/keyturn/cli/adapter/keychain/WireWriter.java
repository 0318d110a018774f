package dev.keyturn.cli.adapter.keychain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes values in D-Bus wire format, little-endian. */
final class WireWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Writes {@code values}, which have the types of {@code signature}. */
  WireWriter all(String signature, List<?> values) {
    List<String> types = Signature.split(signature);
    for (int i = 0; i < types.size(); i++) {
      one(types.get(i), values.get(i));
    }
    return this;
  }

  private void one(String type, Object value) {
    align(Signature.alignment(type));
    switch (type.charAt(0)) {
      case 'y' -> out.write((Byte) value);
      case 'b' -> number((Boolean) value ? 1 : 0);
      case 'u' -> number((Integer) value);
      case 's', 'o' -> text((String) value);
      case 'g' -> signature((String) value);
      case 'v' -> variant((Variant) value);
      case 'a' -> array(Signature.inside(type), value);
      case '(' -> all(Signature.inside(type), (List<?>) value);
      default -> throw new IllegalArgumentException("no values of type " + type);
    }
  }

  private void number(int number) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(number >>> shift);
    }
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    out.writeBytes(bytes);
    out.write(0);
  }

  private void signature(String text) {
    out.write(text.length());
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    out.write(0);
  }

  private void variant(Variant variant) {
    signature(variant.signature());
    one(variant.signature(), variant.value());
  }

  /** The length excludes the padding before the first element. */
  private void array(String element, Object value) {
    int alignment = Signature.alignment(element);
    int start = aligned(out.size() + Integer.BYTES, alignment);
    WireWriter elements = new WireWriter();
    elements.out.writeBytes(new byte[start]);
    if (value instanceof byte[] bytes) {
      elements.out.writeBytes(bytes);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, entry) -> {
        elements.align(alignment);
        elements.all(Signature.inside(element), List.of(key, entry));
      });
    } else {
      ((List<?>) value).forEach(it -> elements.one(element, it));
    }
    number(elements.out.size() - start);
    align(alignment);
    out.write(elements.bytes(), start, elements.out.size() - start);
  }

  /** Pads to the next multiple of {@code alignment}. */
  WireWriter align(int alignment) {
    out.writeBytes(new byte[aligned(out.size(), alignment) - out.size()]);
    return this;
  }

  private static int aligned(int position, int alignment) {
    return (position + alignment - 1) / alignment * alignment;
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
