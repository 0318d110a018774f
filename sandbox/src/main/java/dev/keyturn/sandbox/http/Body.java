package dev.keyturn.sandbox.http;

/**
 * The body of a request.
 *
 * @param bytes empty when there were more than {@link #MOST_BYTES}
 * @param sent how many bytes the client announced
 */
record Body(byte[] bytes, long sent) {
  static final int MOST_BYTES = 64 * 1024 * 1024;

  static final Body NONE = of(new byte[0]);

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
}
