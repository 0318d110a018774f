package dev.keyturn.domain.iam;

import dev.keyturn.domain.mfa.MfaDevice;
import java.time.Instant;

/**
 * An MFA device that is enabled for a user.
 *
 * @param device the device
 * @param enabled since when
 */
public record EnabledDevice(MfaDevice device, Instant enabled) {}
