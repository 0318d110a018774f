package dev.keyturn.adapter.state.encryption;

import dev.keyturn.adapter.state.RecordText;
import dev.keyturn.adapter.state.SessionSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the secrets of a record with AES-256-GCM. The additional data is everything in the
 * record's file before them: its version, name, plain fields and key id, so that none of it can be
 * altered and no record can replace another. Thread-safe.
 */
final class RecordCipher {

  private static final String KEY_ID = "encryption_key";
  private static final String BETWEEN = "\n";
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;

  private final String id;
  private final byte[] key;

  /**
   * A cipher with one key.
   *
   * @param id which key it is
   * @param key its 32 bytes
   */
  RecordCipher(String id, byte[] key) {
    this.id = id;
    this.key = key.clone();
  }

  /** Whether {@code record} was encrypted under {@code key}. */
  static boolean isOf(CacheKey key, Map<String, String> record) {
    return key.id().equals(record.get(KEY_ID));
  }

  Map<String, String> encrypt(String name, Map<String, String> fields, SecureRandom random) {
    Map<String, String> encrypted = new LinkedHashMap<>(fields);
    StringJoiner secrets = new StringJoiner(BETWEEN);
    for (String secret : SessionSecrets.NAMES) {
      String value = encrypted.remove(secret);
      secrets.add(value == null ? "" : value);
    }
    encrypted.put(KEY_ID, id);
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    byte[] plain = secrets.toString().getBytes(StandardCharsets.UTF_8);
    byte[] text =
        run(Cipher.ENCRYPT_MODE, nonce, plain, RecordText.of(name, encrypted)).orElseThrow();
    byte[] all = Arrays.copyOf(nonce, NONCE_LENGTH + text.length);
    System.arraycopy(text, 0, all, NONCE_LENGTH, text.length);
    encrypted.put(SessionSecrets.ENCRYPTED, Base64.getEncoder().encodeToString(all));
    return encrypted;
  }

  Optional<Map<String, String>> decrypt(Map<String, String> record) {
    Map<String, String> fields = new LinkedHashMap<>(record);
    String name = fields.remove("key");
    byte[] all = bytes(fields.remove(SessionSecrets.ENCRYPTED));
    // Java 17 reports a text shorter than its tag by another exception than a failed decryption.
    if (name == null
        || all.length < NONCE_LENGTH + TAG_BITS / Byte.SIZE
        || !id.equals(record.get(KEY_ID))) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(all, NONCE_LENGTH);
    byte[] text = Arrays.copyOfRange(all, NONCE_LENGTH, all.length);
    return run(Cipher.DECRYPT_MODE, nonce, text, RecordText.of(name, fields))
        .map(plain -> withSecrets(name, fields, plain));
  }

  private static Map<String, String> withSecrets(
      String name, Map<String, String> fields, byte[] plain) {
    String[] secrets = new String(plain, StandardCharsets.UTF_8).split(BETWEEN, -1);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("key", name);
    all.putAll(fields);
    all.remove(KEY_ID);
    for (int i = 0; i < SessionSecrets.NAMES.size() && i < secrets.length; i++) {
      all.put(SessionSecrets.NAMES.get(i), secrets[i]);
    }
    return all;
  }

  /**
   * Empty for a text that the encoder would not write: several base64 texts decode to the same
   * bytes.
   */
  private static byte[] bytes(@Nullable String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text == null ? "" : text);
      return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private Optional<byte[]> run(int mode, byte[] nonce, byte[] text, byte[] bound) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bound);
      return Optional.of(cipher.doFinal(text));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }
}
