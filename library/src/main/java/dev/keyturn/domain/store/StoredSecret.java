package dev.keyturn.domain.store;

import dev.keyturn.domain.credential.Secret;
import org.jspecify.annotations.Nullable;

/** A secret in a store, for the uses that the store allows. */
public interface StoredSecret {

  /**
   * The authentication code of {@code message}: HMAC-SHA256 under {@code AWS4} and the secret of an
   * access key, HMAC-SHA1 under the bytes of a seed, HMAC-SHA256 under that of a cache's key.
   */
  byte[] hmac(byte[] message);

  /** The secret itself; null where nothing can read it. */
  @Nullable Secret readable();
}
