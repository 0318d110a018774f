/** QR codes as PNG images, so that an authenticator app can scan the seed of a new MFA device. */
@NullMarked
package dev.keyturn.sandbox.qr;

import org.jspecify.annotations.NullMarked;
