package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.ReadableSecret;
import dev.keyturn.domain.store.SecretStore;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is true of every place. */
abstract class StoreFacts {

  static final ItemName KEY = ItemName.ofKey("AKIAIOSFODNN7EXAMPLE");
  static final ItemName OTHER = ItemName.ofKey("AKIAI44QH8DHBEXAMPLE");
  static final Secret SECRET = Secret.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  static final Secret FRESH = Secret.of("je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY");

  /** What a request of 30 August 2015 is signed with. */
  private static final byte[] DAY = "20150830".getBytes(StandardCharsets.UTF_8);

  /** The place as another process finds it. */
  abstract SecretStore store() throws Exception;

  /** Whether it gives secrets out, and shows what it has without being opened. */
  boolean readable() {
    return true;
  }

  @Test
  void a_key_that_was_put_signs_in_another_process() throws Exception {
    store().put(KEY, SECRET);

    assertThat(store().get(KEY).hmac(DAY))
        .isEqualTo(new ReadableSecret(ItemName.Kind.ACCESS_KEY, SECRET).hmac(DAY));
    assertThat(store().get(KEY).readable()).isEqualTo(readable() ? SECRET : null);
  }

  @Test
  void a_key_is_replaced_by_one_of_the_same_name() throws Exception {
    store().put(KEY, SECRET);
    store().put(KEY, FRESH);

    assertThat(store().get(KEY).hmac(DAY))
        .isEqualTo(new ReadableSecret(ItemName.Kind.ACCESS_KEY, FRESH).hmac(DAY));
  }

  @Test
  void keys_have_nothing_to_do_with_each_other() throws Exception {
    store().put(KEY, SECRET);
    store().put(OTHER, FRESH);
    store().remove(KEY);
    store().remove(KEY);

    if (readable()) {
      assertThat(store().names()).containsExactly(OTHER);
    }
    assertThat(store().get(OTHER).hmac(DAY))
        .isEqualTo(new ReadableSecret(ItemName.Kind.ACCESS_KEY, FRESH).hmac(DAY));
    assertThatThrownBy(() -> store().get(KEY)).hasMessageContaining(" has no ");
  }
}
