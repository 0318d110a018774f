/** Devices are enrolled, tested, replaced and removed, and every step is interrupted once. */
@NullMarked
package dev.keyturn.domain.iam.device;

import org.jspecify.annotations.NullMarked;
