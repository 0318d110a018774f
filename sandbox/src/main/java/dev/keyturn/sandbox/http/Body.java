package dev.keyturn.sandbox.http;

/** The body of a request. */
final class Body {
  static final int MOST_BYTES = 64 * 1024 * 1024;

  static final Body NONE = of(new byte[0]);

  private final byte[] bytes;
  private final long sent;

  private Body(byte[] bytes, long sent) {
    this.bytes = bytes;
    this.sent = sent;
  }

  static Body of(byte[] bytes) {
    return new Body(bytes, bytes.length);
  }

  /** A body that was not read. */
  static Body tooLarge(long sent) {
    return new Body(new byte[0], sent);
  }

  boolean isTooLarge() {
    return sent > MOST_BYTES;
  }

  /** The bytes themselves, not to be changed; empty when there were too many. */
  byte[] bytes() {
    return bytes;
  }

  /** How many bytes the client announced. */
  long sent() {
    return sent;
  }
}
