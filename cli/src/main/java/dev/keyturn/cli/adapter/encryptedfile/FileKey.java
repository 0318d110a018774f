package dev.keyturn.cli.adapter.encryptedfile;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The output of Argon2id for a passphrase: an AES-256 key, and a check value that is not secret.
 */
final class FileKey {

  /** The length of key and check value in bytes. */
  static final int LENGTH = 48;

  static final int CHECK_LENGTH = 16;
  private static final int KEY_LENGTH = LENGTH - CHECK_LENGTH;
  private static final int TAG_BITS = 128;

  private final byte[] bytes;

  private FileKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Derives the key from {@code passphrase} and {@code salt}; takes about a second, and much
   * memory, which a long-running process releases again.
   */
  static FileKey derive(Secret passphrase, KeyCost cost, byte[] salt) {
    byte[] bytes = argon2(passphrase, cost, salt);
    Runtime.getRuntime().gc();
    return new FileKey(bytes);
  }

  private static byte[] argon2(Secret passphrase, KeyCost cost, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memory())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    byte[] text = passphrase.reveal(Reveal.SIGN).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[LENGTH];
    generator.generateBytes(text, bytes);
    Arrays.fill(text, (byte) 0);
    return bytes;
  }

  /** The key in {@code bytes}, as {@link #bytes()} gave them. */
  static FileKey of(byte[] bytes) {
    return new FileKey(bytes.clone());
  }

  /** The key, for the agent that keeps the file open. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** The check value in a file, which distinguishes a wrong passphrase from a broken file. */
  byte[] check() {
    return Arrays.copyOfRange(bytes, KEY_LENGTH, LENGTH);
  }

  boolean opens(KeyFile file) {
    return MessageDigest.isEqual(check(), file.check());
  }

  byte[] encrypt(byte[] nonce, byte[] plain, byte[] header) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, nonce, header).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** The decrypted text; empty if key, header or text differ from the encryption. */
  Optional<byte[]> decrypt(byte[] nonce, byte[] encrypted, byte[] header) {
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, header).doFinal(encrypted));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] header) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    SecretKeySpec key = new SecretKeySpec(bytes, 0, KEY_LENGTH, "AES");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(header);
    return cipher;
  }
}
