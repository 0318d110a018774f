package dev.keyturn.adapter.state.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.store.MemoryStores;
import dev.keyturn.domain.store.StorePlace;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that no longer encrypt anything are removed, or recorded as unused. */
class UnusedKeysTest {

  private static final StorePlace KEYCHAIN = StorePlace.parse("keychain");
  private static final StorePlace PASS = StorePlace.parse("pass");

  @TempDir private Path root;

  private final MemoryStores stores = new MemoryStores();

  @SuppressWarnings("NullAway.Init")
  private CacheEncryption encryption;

  @BeforeEach
  void encrypt() {
    StateFolder folder = new StateFolder(root);
    CacheSecrets secrets = new CacheSecrets(folder, stores, new FileLocks(root), SecureRandom::new);
    encryption = new CacheEncryption(folder, stores, secrets, SecureRandom::new);
    encryption.encrypt(KEYCHAIN);
  }

  @Test
  void who_can_open_the_place_leaves_none() {
    encryption.encrypt(KEYCHAIN);
    encryption.encrypt(PASS);
    assertThat(stores.at(KEYCHAIN).secrets).isEmpty();
    encryption.decrypt();

    assertThat(stores.at(PASS).secrets).isEmpty();
    assertThat(encryption.unusedKeys()).isEmpty();
  }

  @Test
  void what_is_forgotten_without_the_place_is_removed_when_it_can_be_opened() {
    encryption.forget();
    assertThat(stores.at(KEYCHAIN).secrets).hasSize(1);
    assertThat(encryption.unusedKeys()).containsExactly(KEYCHAIN);

    encryption.encrypt(PASS);
    assertThat(encryption.unusedKeys()).containsExactly(KEYCHAIN);
    assertThat(encryption.removeUnusedKeys()).isEqualTo(1);

    assertThat(stores.at(KEYCHAIN).secrets).isEmpty();
    assertThat(stores.at(PASS).secrets).as("the present key").hasSize(1);
    assertThat(encryption.unusedKeys()).isEmpty();
  }

  @Test
  void encryption_in_the_same_place_removes_them_too() {
    encryption.forget();
    encryption.encrypt(KEYCHAIN);

    assertThat(stores.at(KEYCHAIN).secrets).hasSize(1);
    assertThat(encryption.unusedKeys()).isEmpty();
  }

  @Test
  void a_removal_that_fails_is_not_forgotten() {
    // The new place is prepared and has the new key.
    stores.changesLeft = 2;

    encryption.encrypt(PASS);

    assertThat(encryption.unusedKeys()).containsExactly(KEYCHAIN);
    stores.changesLeft = 0;
    assertThatThrownBy(encryption::removeUnusedKeys).isInstanceOf(FailureException.class);
    assertThat(encryption.unusedKeys()).containsExactly(KEYCHAIN);
    stores.changesLeft = -1;
    assertThat(encryption.removeUnusedKeys()).isEqualTo(1);
  }
}
