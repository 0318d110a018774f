package dev.keyturn.sandbox.state.bucket;

import dev.keyturn.sandbox.checksum.ChecksumMode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An object that comes in parts.
 *
 * @param headers what the finished object is to be answered with
 * @param checksums what it was begun with; null for what S3 computes
 * @param parts by number, to be read and changed
 */
public record Upload(
    String id,
    String key,
    ObjectHeaders headers,
    Instant initiated,
    @Nullable ChecksumMode checksums,
    NavigableMap<Integer, StoredObject> parts) {

  public static Upload begin(
      String id, String key, ObjectHeaders headers, @Nullable ChecksumMode checksums, Instant now) {
    return new Upload(id, key, headers, now, checksums, new TreeMap<>());
  }

  /** The object that these parts make; its ETag is the MD5 of theirs and their number. */
  public StoredObject assembled(Collection<StoredObject> chosen, Instant now) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    ByteArrayOutputStream sums = new ByteArrayOutputStream();
    for (StoredObject part : chosen) {
      body.writeBytes(part.body());
      sums.writeBytes(HexFormat.of().parseHex(part.etag().replace("\"", "")));
    }
    String etag = '"' + StoredObject.md5(sums.toByteArray()) + "-" + chosen.size() + '"';
    return StoredObject.of(body.toByteArray(), headers, etag, now);
  }
}
