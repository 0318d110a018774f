package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.iam.NewDevice;
import dev.keyturn.domain.mfa.MfaDevice;

/**
 * The port to the person who enrolls a device. Every method throws {@code Failure.NoTerminal} where
 * there is nobody, and {@code Failure.Interrupted} when the person gives up.
 */
public interface EnrollmentDialog {

  /** Returns if there is a person, without whom nothing is begun. */
  void requirePerson();

  /** Shows what the authenticator app needs, and asks for the first of its codes. */
  void show(NewDevice device);

  /** Whether the app has this device, which an earlier enrollment left unfinished. */
  boolean hasScanned(MfaDevice device);

  /** Whether to remove this device, which somebody created and nobody uses, to make a new one. */
  boolean mayReplaceUnused(MfaDevice device);
}
