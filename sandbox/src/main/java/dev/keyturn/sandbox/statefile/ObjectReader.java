package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.BucketMembers.*;

import dev.keyturn.sandbox.checksum.ChecksumAlgorithm;
import dev.keyturn.sandbox.checksum.ChecksumMode;
import dev.keyturn.sandbox.checksum.ChecksumType;
import dev.keyturn.sandbox.checksum.ObjectChecksum;
import dev.keyturn.sandbox.state.bucket.Initiation;
import dev.keyturn.sandbox.state.bucket.ObjectHeaders;
import dev.keyturn.sandbox.state.bucket.PartSizes;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import dev.keyturn.sandbox.state.bucket.Upload;
import dev.keyturn.sandbox.statefile.type.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads objects, and those that still come in parts. */
final class ObjectReader {
  private final String account;
  private final Instant now;

  /**
   * A reader.
   *
   * @param account the id of the account that the bucket belongs to
   * @param now the time of what has none
   */
  ObjectReader(String account, Instant now) {
    this.account = account;
    this.now = now;
  }

  StoredObject object(Field field) {
    byte[] body = body(field);
    PartSizes parts = new PartSizes(field.get(PART_SIZES));
    if (parts.count() > 0 && !parts.fit(body)) {
      throw field.wrong(PART_SIZES, "must add up to the length of the body");
    }
    StoredObject object = object(field, body, parts);
    ChecksumMode mode = mode(field);
    if (mode == null) {
      return object;
    }
    boolean isOfParts = parts.count() > 0;
    if (isOfParts ? !mode.exists() : mode.type() == ChecksumType.COMPOSITE) {
      throw field.wrong(CHECKSUM_TYPE, "not possible for this object");
    }
    return object.summed(mode);
  }

  private StoredObject object(Field field, byte[] body, PartSizes parts) {
    Instant modified = field.get(OBJECT_MODIFIED, now);
    String etag = field.find(OBJECT_ETAG);
    if (parts.count() > 0) {
      return StoredObject.ofParts(body, parts, headers(field), modified);
    }
    return etag == null
        ? StoredObject.of(body, headers(field), modified)
        : StoredObject.of(body, headers(field), etag, modified);
  }

  Upload upload(Field field) {
    ChecksumMode mode = mode(field);
    if (mode != null && !mode.exists()) {
      throw field.wrong(CHECKSUM_TYPE, "not possible for this algorithm");
    }
    Initiation initiation =
        new Initiation(field.get(UPLOAD_INITIATED, now), field.get(UPLOAD_INITIATOR, account));
    Upload upload =
        Upload.begin(field.get(UPLOAD_ID), field.get(OBJECT_KEY), headers(field), mode, initiation);
    field.get(UPLOAD_PARTS).forEach(part -> upload.parts().put(part.get(PART_NUMBER), part(part)));
    return upload;
  }

  private StoredObject part(Field field) {
    byte[] body = body(field);
    StoredObject part =
        StoredObject.of(
            body, ObjectHeaders.of(ObjectHeaders.NO_TYPE), field.get(OBJECT_MODIFIED, now));
    ChecksumMode mode = mode(field);
    return mode == null ? part : part.with(ObjectChecksum.ofBytes(mode.algorithm(), body));
  }

  private static byte[] body(Field field) {
    byte[] bytes = field.find(OBJECT_BYTES);
    return bytes == null ? field.get(OBJECT_BODY).getBytes(StandardCharsets.UTF_8) : bytes;
  }

  private static ObjectHeaders headers(Field field) {
    return new ObjectHeaders(
        field.get(OBJECT_TYPE, ObjectHeaders.NO_TYPE), field.get(OBJECT_HEADERS));
  }

  private static @Nullable ChecksumMode mode(Field field) {
    String algorithm = field.find(CHECKSUM_ALGORITHM);
    return algorithm == null
        ? null
        : new ChecksumMode(
            ChecksumAlgorithm.valueOf(algorithm), ChecksumType.valueOf(field.get(CHECKSUM_TYPE)));
  }
}
