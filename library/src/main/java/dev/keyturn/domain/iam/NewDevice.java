package dev.keyturn.domain.iam;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.mfa.MfaDevice;

/**
 * A virtual MFA device that was just created and is not enabled yet.
 *
 * @param device the device
 * @param seed what an authenticator app needs, in base32; IAM shows it this once
 */
public record NewDevice(MfaDevice device, Secret seed) {}
