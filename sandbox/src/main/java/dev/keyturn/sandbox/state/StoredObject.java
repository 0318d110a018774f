package dev.keyturn.sandbox.state;

import java.time.Instant;

/** An object of a bucket as it was stored; changed only by storing another under its key. */
public final class StoredObject {
  private final byte[] body;
  private final String contentType;
  private final String etag;
  private final Instant lastModified;

  /**
   * An object with this body; the array is not copied.
   *
   * @param etag the MD5 of the body in hexadecimal digits, in quotes, as S3 gives it
   */
  public StoredObject(byte[] body, String contentType, String etag, Instant lastModified) {
    this.body = body;
    this.contentType = contentType;
    this.etag = etag;
    this.lastModified = lastModified;
  }

  /** The body itself, not a copy: not to be changed. */
  public byte[] body() {
    return body;
  }

  public String contentType() {
    return contentType;
  }

  public String etag() {
    return etag;
  }

  public Instant lastModified() {
    return lastModified;
  }
}
