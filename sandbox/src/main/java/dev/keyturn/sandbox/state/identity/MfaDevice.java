package dev.keyturn.sandbox.state.identity;

import dev.keyturn.sandbox.mfa.CodeCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual device, hardware token or passkey of an account, attached to a user, to root, or to
 * nobody yet.
 */
public final class MfaDevice {
  private final String serialNumber;
  private final @Nullable CodeCheck codes;
  private final List<Tag> tags = new ArrayList<>();
  private @Nullable User user;
  private @Nullable Instant enableDate;

  /**
   * A device that is not attached yet.
   *
   * @param codes checks the device's codes; null if they cannot be checked, as for a passkey
   */
  public MfaDevice(String serialNumber, @Nullable CodeCheck codes) {
    this.serialNumber = serialNumber;
    this.codes = codes;
  }

  public String serialNumber() {
    return serialNumber;
  }

  public @Nullable CodeCheck codes() {
    return codes;
  }

  /** Only virtual devices can be listed, tagged and deleted as such. */
  public boolean isVirtual() {
    return serialNumber.contains(":mfa/");
  }

  public @Nullable User user() {
    return user;
  }

  public @Nullable Instant enableDate() {
    return enableDate;
  }

  public void attach(User to, Instant when) {
    user = to;
    enableDate = when;
  }

  public void detach() {
    user = null;
    enableDate = null;
  }

  /** The device's tags, to be read and changed. */
  public List<Tag> tags() {
    return tags;
  }
}
