/**
 * QR codes as PNG pictures, so that an authenticator application can photograph the seed of a new
 * MFA device. It writes only: byte mode, error correction level M; it reads no codes and no
 * pictures.
 */
@NullMarked
package dev.keyturn.sandbox.qr;

import org.jspecify.annotations.NullMarked;
