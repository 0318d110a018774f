package dev.keyturn.cli.adapter.encryptedfile;

import dev.keyturn.domain.store.ItemName;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The format of an encrypted file. Numbers are four bytes, big-endian.
 *
 * <pre>
 * file   = header nonce length encrypted sha256
 * header = "KEYTURN" 0x01 memory passes lanes salt check length names
 * names  = *( name LF )
 * </pre>
 *
 * @param cost the parameters of Argon2id
 * @param salt its salt
 * @param check the last bytes of its output for the right passphrase
 * @param names the names of the secrets, in order
 * @param nonce the nonce of AES-GCM
 * @param encrypted the secrets, with the tag of AES-GCM
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never exposed
record KeyFile(
    KeyCost cost, byte[] salt, byte[] check, List<ItemName> names, byte[] nonce, byte[] encrypted) {

  static final int SALT_LENGTH = 16;
  static final int NONCE_LENGTH = 12;
  private static final byte[] MAGIC = "KEYTURN\u0001".getBytes(StandardCharsets.US_ASCII);
  private static final int HASH_LENGTH = 32;

  /** Parses a file; empty if it is not an encrypted file, or if any bit of it has changed. */
  static Optional<KeyFile> parse(byte[] bytes) {
    int end = bytes.length - HASH_LENGTH;
    if (end < MAGIC.length || !MessageDigest.isEqual(hash(bytes, end), tail(bytes, end))) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, end);
    try {
      return read(buffer).filter(file -> !buffer.hasRemaining() && file.cost.isBearable());
    } catch (BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static Optional<KeyFile> read(ByteBuffer buffer) {
    if (!Arrays.equals(MAGIC, next(buffer, MAGIC.length))) {
      return Optional.empty();
    }
    KeyCost cost = new KeyCost(buffer.getInt(), buffer.getInt(), buffer.getInt());
    byte[] salt = next(buffer, SALT_LENGTH);
    byte[] check = next(buffer, FileKey.CHECK_LENGTH);
    List<ItemName> names = names(next(buffer, buffer.getInt()));
    byte[] nonce = next(buffer, NONCE_LENGTH);
    byte[] encrypted = next(buffer, buffer.getInt());
    return Optional.of(new KeyFile(cost, salt, check, names, nonce, encrypted));
  }

  private static byte[] next(ByteBuffer buffer, int length) {
    if (length < 0 || length > buffer.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }

  private static List<ItemName> names(byte[] text) {
    List<ItemName> names = new ArrayList<>();
    new String(text, StandardCharsets.UTF_8)
        .lines()
        .forEach(
            line -> names.add(ItemName.parse(line).orElseThrow(BufferUnderflowException::new)));
    return List.copyOf(names);
  }

  /** Everything before the nonce: the additional data of AES-GCM. */
  byte[] header() {
    StringBuilder text = new StringBuilder();
    names.forEach(name -> text.append(name.text()).append('\n'));
    byte[] lines = text.toString().getBytes(StandardCharsets.UTF_8);
    int length = MAGIC.length + 3 * Integer.BYTES + SALT_LENGTH + FileKey.CHECK_LENGTH;
    return ByteBuffer.allocate(length + Integer.BYTES + lines.length)
        .put(MAGIC)
        .putInt(cost.memory())
        .putInt(cost.passes())
        .putInt(cost.lanes())
        .put(salt)
        .put(check)
        .putInt(lines.length)
        .put(lines)
        .array();
  }

  /** The whole file. */
  byte[] bytes() {
    byte[] header = header();
    int end = header.length + nonce.length + Integer.BYTES + encrypted.length;
    ByteBuffer buffer = ByteBuffer.allocate(end + HASH_LENGTH);
    buffer.put(header).put(nonce).putInt(encrypted.length).put(encrypted);
    return buffer.put(hash(buffer.array(), end)).array();
  }

  private static byte[] tail(byte[] bytes, int start) {
    return Arrays.copyOfRange(bytes, start, bytes.length);
  }

  private static byte[] hash(byte[] bytes, int end) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, end);
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
