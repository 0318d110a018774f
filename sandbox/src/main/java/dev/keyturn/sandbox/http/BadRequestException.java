package dev.keyturn.sandbox.http;

import java.io.IOException;

/** The bytes are no request this server can read; the connection is of no further use. */
final class BadRequestException extends IOException {
  private static final long serialVersionUID = 1L;

  BadRequestException(String problem) {
    super(problem);
  }
}
