package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.iam.NewDevice;
import dev.keyturn.domain.mfa.MfaDevice;

/**
 * The port to the person who enrolls a device. Every method throws {@code Failure.NoTerminal} when
 * nobody is present, and {@code Failure.Interrupted} when the person cancels.
 */
public interface EnrollmentDialog {

  /** Returns normally if a person is present; no enrollment begins without one. */
  void requirePerson();

  /** Shows what the authenticator app needs, and asks for the first of its codes. */
  void show(NewDevice device);

  /** Asks whether the app has this device, which an earlier enrollment left unfinished. */
  boolean hasScanned(MfaDevice device);

  /** Asks whether to remove this device, which exists but is not in use, and create a new one. */
  boolean mayReplaceUnused(MfaDevice device);
}
