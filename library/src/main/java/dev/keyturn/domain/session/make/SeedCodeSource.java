package dev.keyturn.domain.session.make;

import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.mfa.Totp;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.StoredSecret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Codes of a device whose seed its owner chose to store on this computer. */
public final class SeedCodeSource extends UnattendedCodeSource {

  private final SecretStore store;
  private final BooleanSupplier opens;
  private final InstantSource clock;

  /**
   * Opens the store when a code is needed.
   *
   * @param store contains the seed
   * @param opens whether the store can be opened, as far as that is known beforehand
   * @param notes takes messages for the user
   * @param pause sleeps
   */
  public SeedCodeSource(
      SecretStore store,
      BooleanSupplier opens,
      InstantSource clock,
      Consumer<String> notes,
      Consumer<Duration> pause) {
    super(notes, pause);
    this.store = store;
    this.opens = opens;
    this.clock = clock;
  }

  @Override
  public boolean isPresent() {
    return opens.getAsBoolean();
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code StoreFailure} when the store does
   *     not contain the seed or cannot be opened
   */
  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    StoredSecret seed = store.get(ItemName.ofSeed(device.serialNumber()));
    return Totp.of(seed::hmac).at(clock.instant());
  }
}
