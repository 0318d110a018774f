package dev.keyturn.sandbox.state.bucket;

import dev.keyturn.sandbox.checksum.ChecksumAlgorithm;
import dev.keyturn.sandbox.checksum.ChecksumMode;
import dev.keyturn.sandbox.checksum.ChecksumType;
import dev.keyturn.sandbox.checksum.ObjectChecksum;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An object of a bucket as it was stored; changed only by storing another under its key. */
public final class StoredObject {
  /** Roughly the size of an empty object in memory. */
  static final int ENTRY_BYTES = 512;

  private final byte[] body;
  private final ObjectHeaders headers;
  private final String etag;
  private final Instant lastModified;
  private final PartSizes parts;
  private final @Nullable ObjectChecksum checksum;
  private final long storedBytes;

  private StoredObject(
      byte[] body,
      ObjectHeaders headers,
      String etag,
      Instant lastModified,
      PartSizes parts,
      @Nullable ObjectChecksum checksum) {
    this.body = body;
    this.headers = headers;
    this.etag = etag;
    this.lastModified = lastModified;
    this.parts = parts;
    this.checksum = checksum;
    this.storedBytes = (long) body.length + headers.storedBytes() + ENTRY_BYTES;
  }

  /** An object as S3 would store this body now; the array is not copied. */
  public static StoredObject of(byte[] body, ObjectHeaders headers, Instant now) {
    return of(body, headers, '"' + md5(body) + '"', now);
  }

  /** An object with this ETag, which is quoted. */
  public static StoredObject of(byte[] body, ObjectHeaders headers, String etag, Instant now) {
    return new StoredObject(body, headers, etag, now, PartSizes.NONE, null);
  }

  /** An object of parts, whose ETag is the MD5 of theirs and their number. */
  public static StoredObject ofParts(
      byte[] body, PartSizes parts, ObjectHeaders headers, Instant now) {
    ByteArrayOutputStream sums = new ByteArrayOutputStream();
    for (int number = 1; number <= parts.count(); number++) {
      sums.writeBytes(HexFormat.of().parseHex(md5(parts.part(body, number))));
    }
    String etag = '"' + md5(sums.toByteArray()) + "-" + parts.count() + '"';
    return new StoredObject(body, headers, etag, now, parts, null);
  }

  /** The same with this checksum; null for the one that S3 computes. */
  public StoredObject with(@Nullable ObjectChecksum given) {
    return new StoredObject(body, headers, etag, lastModified, parts, given);
  }

  /** The same with the checksum of this kind. */
  public StoredObject summed(ChecksumMode mode) {
    return with(
        switch (mode.type()) {
          case FULL_OBJECT -> ObjectChecksum.ofBytes(mode.algorithm(), body);
          case COMPOSITE -> ObjectChecksum.ofParts(mode.algorithm(), sumsOfParts(mode.algorithm()));
        });
  }

  private List<String> sumsOfParts(ChecksumAlgorithm algorithm) {
    return IntStream.rangeClosed(1, parts.count())
        .mapToObj(number -> algorithm.text(parts.part(body, number)))
        .toList();
  }

  /** The parts that it came in. */
  public PartSizes parts() {
    return parts;
  }

  /** The checksum of a part, from 1; null unless the object has a composite checksum. */
  public @Nullable ObjectChecksum checksumOfPart(int number) {
    return checksum == null || checksum.type() == ChecksumType.FULL_OBJECT
        ? null
        : new ObjectChecksum(
            checksum.algorithm(),
            checksum.type(),
            checksum.algorithm().text(parts.part(body, number)));
  }

  /** The body as text when it is UTF-8 throughout, else null. */
  public @Nullable String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String md5(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  /** How much of the memory for objects it takes: body, headers, and an allowance for the rest. */
  public long storedBytes() {
    return storedBytes;
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
