package dev.keyturn.sandbox.state.bucket;

import dev.keyturn.sandbox.checksum.ChecksumAlgorithm;
import dev.keyturn.sandbox.checksum.ObjectChecksum;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An object of a bucket as it was stored; changed only by storing another under its key. */
public final class StoredObject {
  private final byte[] body;
  private final ObjectHeaders headers;
  private final String etag;
  private final Instant lastModified;
  private final @Nullable ObjectChecksum checksum;

  private StoredObject(
      byte[] body,
      ObjectHeaders headers,
      String etag,
      Instant lastModified,
      @Nullable ObjectChecksum checksum) {
    this.body = body;
    this.headers = headers;
    this.etag = etag;
    this.lastModified = lastModified;
    this.checksum = checksum;
  }

  /** An object as S3 would store this body now; the array is not copied. */
  public static StoredObject of(byte[] body, ObjectHeaders headers, Instant now) {
    return of(body, headers, '"' + md5(body) + '"', now);
  }

  /** An object with an ETag that is not its MD5, as uploads in parts have; quoted. */
  public static StoredObject of(byte[] body, ObjectHeaders headers, String etag, Instant now) {
    return new StoredObject(body, headers, etag, now, null);
  }

  /** The same with this checksum; null for the one that S3 computes. */
  public StoredObject with(@Nullable ObjectChecksum given) {
    return new StoredObject(body, headers, etag, lastModified, given);
  }

  /** Whether the ETag is not simply the MD5 of the body. */
  public boolean cameInParts() {
    return etag.contains("-");
  }

  /** The body as text when it is UTF-8 throughout, else null. */
  public @Nullable String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  static String md5(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  /** The body itself, not a copy: not to be changed. */
  public byte[] body() {
    return body;
  }

  public ObjectHeaders headers() {
    return headers;
  }

  /** The MD5 of the body in hexadecimal digits, or that of its parts and their number; quoted. */
  public String etag() {
    return etag;
  }

  public Instant lastModified() {
    return lastModified;
  }

  /** The checksum that it was stored with; null for none. */
  public @Nullable ObjectChecksum givenChecksum() {
    return checksum;
  }

  /** The checksum that it was stored with, else the one that S3 computes. */
  public ObjectChecksum checksum() {
    return checksum == null ? ObjectChecksum.ofBytes(ChecksumAlgorithm.CRC64NVME, body) : checksum;
  }
}
