package dev.keyturn.cli.adapter.keychain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A message of D-Bus.
 *
 * @param type its type
 * @param fields the fields of its header, by code
 * @param body its values
 * @see <a
 *     href="https://dbus.freedesktop.org/doc/dbus-specification.html#message-protocol-messages">
 *     D-Bus specification, message format</a>
 */
record Message(byte type, Map<Byte, Object> fields, List<Object> body) {

  static final byte CALL = 1;
  static final byte RETURN = 2;
  static final byte ERROR = 3;
  static final byte SIGNAL = 4;

  static final byte PATH = 1;
  static final byte INTERFACE = 2;
  static final byte MEMBER = 3;
  static final byte ERROR_NAME = 4;
  static final byte REPLY_SERIAL = 5;
  static final byte DESTINATION = 6;
  static final byte SIGNATURE = 8;

  /** The part of a header that contains the length of the rest. */
  static final int START = 16;

  private static final int LONGEST = 1 << 20;

  /** A call of {@code member}, on the wire. */
  static byte[] call(int serial, Target target, String member, String signature, List<?> values) {
    byte[] body = new WireWriter().all(signature, values).bytes();
    List<Object> fields = new ArrayList<>();
    fields.add(field(PATH, "o", target.path()));
    fields.add(field(INTERFACE, "s", target.type()));
    fields.add(field(MEMBER, "s", member));
    fields.add(field(DESTINATION, "s", target.name()));
    if (!signature.isEmpty()) {
      fields.add(field(SIGNATURE, "g", signature));
    }
    List<Object> header =
        List.of((byte) 'l', CALL, (byte) 0, (byte) 1, body.length, serial, fields);
    byte[] start = new WireWriter().all("yyyyuua(yv)", header).align(8).bytes();
    return ByteBuffer.allocate(start.length + body.length).put(start).put(body).array();
  }

  private static List<Object> field(byte code, String signature, String value) {
    return List.of(code, new Variant(signature, value));
  }

  /**
   * How many bytes follow {@code start}.
   *
   * @throws IllegalArgumentException if that is more than any answer has
   */
  static int rest(byte[] start) {
    ByteBuffer buffer = ByteBuffer.wrap(start).order(order(start));
    long fields = buffer.getInt(12) & 0xffff_ffffL;
    long body = buffer.getInt(4) & 0xffff_ffffL;
    long rest = (fields + 7) / 8 * 8 + body;
    if (rest > LONGEST) {
      throw new IllegalArgumentException("a message of " + rest + " bytes");
    }
    return (int) rest;
  }

  /** Reads a whole message. */
  static Message parse(byte[] bytes) {
    WireReader header = new WireReader(bytes, order(bytes));
    List<Object> start = header.all("yyyyuua(yv)");
    Map<Byte, Object> fields = new HashMap<>();
    for (Object field : (List<?>) start.get(6)) {
      List<?> pair = (List<?>) field;
      fields.put((Byte) pair.get(0), ((Variant) pair.get(1)).value());
    }
    int length = (Integer) start.get(4);
    byte[] body = Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
    String signature = (String) fields.getOrDefault(SIGNATURE, "");
    return new Message(
        (Byte) start.get(1), fields, new WireReader(body, order(bytes)).all(signature));
  }

  private static ByteOrder order(byte[] bytes) {
    return bytes[0] == 'l' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  String text(byte field) {
    return String.valueOf(fields.get(field));
  }

  boolean answers(int serial) {
    return Integer.valueOf(serial).equals(fields.get(REPLY_SERIAL));
  }

  /**
   * The target of a call.
   *
   * @param name the name of a program on the bus
   * @param path one of its objects
   * @param type the interface of that object
   */
  record Target(String name, String path, String type) {}
}
