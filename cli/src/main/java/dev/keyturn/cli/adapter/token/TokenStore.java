package dev.keyturn.cli.adapter.token;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.Passphrases;
import dev.keyturn.domain.store.ReadableSecret;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.StoredSecret;
import dev.keyturn.domain.text.ShellCommand;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStore.SecretKeyEntry;
import java.security.Provider;
import java.security.ProviderException;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keys in a hardware token, as sensitive keys that cannot be extracted: the token computes their
 * message authentication codes. Thread-safe.
 */
public final class TokenStore implements SecretStore {

  /** A token locks itself permanently after a few wrong PINs in a row. */
  private static final int TRIES = 1;

  private final StorePlace place;
  private final TokenAddress address;
  private final Passphrases passphrases;
  private final TokenSlots slots;
  private @Nullable Provider provider;
  private @Nullable KeyStore opened;

  /** The token at {@code place}, whose PIN {@code passphrases} knows. */
  public TokenStore(StorePlace place, Passphrases passphrases) {
    this.place = place;
    this.passphrases = passphrases;
    this.address = TokenAddress.parse(place.address());
    this.slots = new TokenSlots(address, title());
  }

  private String title() {
    return "the token '" + address.label() + "'";
  }

  /** Empty: without its PIN, a token shows no private object. */
  @Override
  public List<ItemName> names() {
    return List.of();
  }

  @Override
  public synchronized StoredSecret get(ItemName name) {
    try {
      Key key = open().getKey(name.text(), null);
      if (key == null) {
        throw new StoreFailure.Missing(title(), name.text()).exception();
      }
      return new TokenSecret(this, name.kind(), key);
    } catch (GeneralSecurityException | ProviderException e) {
      throw broken(e);
    }
  }

  @Override
  public synchronized void prepare() {
    open();
  }

  @Override
  public synchronized void put(ItemName name, Secret secret) {
    byte[] key = ReadableSecret.hmacKey(name.kind(), secret);
    try {
      KeyStore store = open();
      store.deleteEntry(name.text());
      store.setEntry(name.text(), new SecretKeyEntry(new SecretKeySpec(key, "Generic")), null);
    } catch (GeneralSecurityException | ProviderException e) {
      throw broken(e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  @Override
  public synchronized void remove(ItemName name) {
    try {
      open().deleteEntry(name.text());
    } catch (GeneralSecurityException | ProviderException e) {
      throw broken(e);
    }
  }

  @Override
  public synchronized Condition condition() {
    try {
      provider();
      return new Condition(
          opened == null ? Condition.State.LOCKED : Condition.State.OPEN, address.module());
    } catch (FailureException e) {
      return new Condition(Condition.State.UNAVAILABLE, e.failure().message());
    }
  }

  private Provider provider() {
    Provider known = provider;
    if (known == null) {
      known = slots.find();
      provider = known;
    }
    return known;
  }

  private KeyStore open() {
    KeyStore known = opened;
    if (known == null) {
      Provider token = provider();
      Passphrases.Question pin = new Passphrases.Question(place, "PIN", title());
      known = passphrases.open(pin, TRIES, answer -> loggedIn(token, answer));
      opened = known;
    }
    return known;
  }

  private Optional<KeyStore> loggedIn(Provider token, Secret pin) {
    char[] letters = pin.reveal(Reveal.SIGN).toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", token);
      store.load(null, letters);
      return Optional.of(store);
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException) {
        return Optional.empty();
      }
      throw broken(e);
    } catch (GeneralSecurityException | ProviderException e) {
      throw broken(e);
    } finally {
      Arrays.fill(letters, '\0');
    }
  }

  /** Computed by the token; no part of the key leaves it. */
  private record TokenSecret(TokenStore store, ItemName.Kind kind, Key key)
      implements StoredSecret {

    @Override
    public byte[] hmac(byte[] message) {
      synchronized (store) {
        try {
          Mac mac = Mac.getInstance(ReadableSecret.algorithm(kind).algorithm(), store.provider());
          mac.init(key);
          return mac.doFinal(message);
        } catch (GeneralSecurityException | ProviderException e) {
          throw store.broken(e);
        }
      }
    }

    @Override
    public @Nullable Secret readable() {
      return null;
    }
  }

  /** For example, the token was removed. */
  private FailureException broken(Exception cause) {
    Throwable last = cause;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return new StoreFailure.Unavailable(
            title(),
            "it answered " + last.getMessage(),
            "plug it in again, then: " + ShellCommand.of("keyturn", "store", "status"))
        .exception();
  }
}
