package dev.keyturn.cli.adapter.encryptedfile;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.store.ItemName;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of an encrypted file, decrypted. Immutable.
 *
 * @param key its key
 * @param cost the cost of deriving the key
 * @param salt the salt of the key
 * @param secrets the secrets by their names, in the order of the file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never exposed
record OpenFile(FileKey key, KeyCost cost, byte[] salt, Map<ItemName, Secret> secrets) {

  /** A new file without secrets, with this passphrase. */
  static OpenFile create(Secret passphrase, KeyCost cost, SecureRandom random) {
    byte[] salt = random(random, KeyFile.SALT_LENGTH);
    return new OpenFile(FileKey.derive(passphrase, cost, salt), cost, salt, Map.of());
  }

  /**
   * The secrets of {@code file}; empty if {@code key} does not decrypt them, which happens only
   * with a wrong key or a forged file.
   */
  static Optional<OpenFile> decrypt(KeyFile file, FileKey key) {
    return key.decrypt(file.nonce(), file.encrypted(), file.header())
        .map(plain -> new String(plain, StandardCharsets.UTF_8).lines().toList())
        .filter(lines -> lines.size() == file.names().size())
        .map(lines -> new OpenFile(key, file.cost(), file.salt(), secrets(file.names(), lines)));
  }

  private static Map<ItemName, Secret> secrets(List<ItemName> names, List<String> lines) {
    Map<ItemName, Secret> secrets = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      secrets.put(names.get(i), Secret.of(lines.get(i)));
    }
    return secrets;
  }

  /** With another secret, replacing one of the same name. */
  OpenFile with(ItemName name, Secret secret) {
    Map<ItemName, Secret> more = new LinkedHashMap<>(secrets);
    more.put(name, secret);
    return new OpenFile(key, cost, salt, more);
  }

  /** Without one. */
  OpenFile without(ItemName name) {
    Map<ItemName, Secret> fewer = new LinkedHashMap<>(secrets);
    fewer.remove(name);
    return new OpenFile(key, cost, salt, fewer);
  }

  /** The same secrets under another passphrase. */
  OpenFile under(Secret passphrase, SecureRandom random) {
    OpenFile fresh = create(passphrase, KeyCost.RECOMMENDED, random);
    return new OpenFile(fresh.key, fresh.cost, fresh.salt, secrets);
  }

  /** Encrypts it with a new nonce. */
  KeyFile encrypt(SecureRandom random) {
    StringBuilder plain = new StringBuilder();
    secrets.values().forEach(it -> plain.append(it.reveal(Reveal.STORE)).append('\n'));
    byte[] nonce = random(random, KeyFile.NONCE_LENGTH);
    List<ItemName> names = List.copyOf(secrets.keySet());
    KeyFile open = new KeyFile(cost, salt, key.check(), names, nonce, new byte[0]);
    byte[] text = plain.toString().getBytes(StandardCharsets.UTF_8);
    byte[] encrypted = key.encrypt(nonce, text, open.header());
    return new KeyFile(cost, salt, key.check(), names, nonce, encrypted);
  }

  private static byte[] random(SecureRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
