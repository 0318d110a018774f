package dev.keyturn.sandbox.state.bucket;

import dev.keyturn.sandbox.checksum.ChecksumMode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collection;
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
    Initiation initiation,
    @Nullable ChecksumMode checksums,
    NavigableMap<Integer, StoredObject> parts) {

  public static Upload begin(
      String id,
      String key,
      ObjectHeaders headers,
      @Nullable ChecksumMode checksums,
      Initiation initiation) {
    return new Upload(id, key, headers, initiation, checksums, new TreeMap<>());
  }

  /** How much of the memory for objects it takes with its parts. */
  public long storedBytes() {
    return key.length()
        + headers.storedBytes()
        + StoredObject.ENTRY_BYTES
        + parts.values().stream().mapToLong(StoredObject::storedBytes).sum();
  }

  /** The object that these parts make. */
  public StoredObject assembled(Collection<StoredObject> chosen, Instant now) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    chosen.forEach(part -> body.writeBytes(part.body()));
    PartSizes sizes = new PartSizes(chosen.stream().map(part -> part.body().length).toList());
    return StoredObject.ofParts(body.toByteArray(), sizes, headers, now);
  }
}
