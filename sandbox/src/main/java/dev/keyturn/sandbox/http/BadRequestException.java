package dev.keyturn.sandbox.http;

import java.io.IOException;

/**
 * The bytes are not a request that this server can read; the connection cannot be used any further.
 */
final class BadRequestException extends IOException {
  private static final long serialVersionUID = 1L;

  BadRequestException(String problem) {
    super(problem);
  }
}
