package dev.keyturn.sandbox.state.bucket;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A bucket of S3. */
public final class Bucket {

  private final String name;
  private final Instant createDate;
  private final @Nullable String location;
  private final NavigableMap<String, StoredObject> objects = new TreeMap<>(KeyOrder.BY_BYTES);
  private final Map<String, Upload> uploads = new LinkedHashMap<>();
  private @Nullable String policy;
  private @Nullable PublicAccessBlock publicAccessBlock = PublicAccessBlock.ALL;

  /**
   * An empty bucket without a policy, which blocks all public access.
   *
   * @param location the region it was made for; null for us-east-1
   */
  public Bucket(String name, Instant createDate, @Nullable String location) {
    this.name = name;
    this.createDate = createDate;
    this.location = location;
  }

  public String name() {
    return name;
  }

  public Instant createDate() {
    return createDate;
  }

  public @Nullable String location() {
    return location;
  }

  /** The objects by key, in the order of listings, to be read and changed. */
  public NavigableMap<String, StoredObject> objects() {
    return objects;
  }

  /** How much of the memory for objects its own and the parts of its uploads take. */
  public long storedBytes() {
    long stored = 0;
    for (Map.Entry<String, StoredObject> object : objects.entrySet()) {
      stored += object.getKey().length() + object.getValue().storedBytes();
    }
    for (Upload upload : uploads.values()) {
      stored += upload.storedBytes();
    }
    return stored;
  }

  /** The uploads in parts that are under way, by their id, to be read and changed. */
  public Map<String, Upload> uploads() {
    return uploads;
  }

  /** The text of the bucket policy, or null without one. */
  public @Nullable String policy() {
    return policy;
  }

  /** Sets the bucket policy, which AWS must accept; null removes it. */
  public void govern(@Nullable String policyDocument) {
    policy = policyDocument;
  }

  /** The settings of Block Public Access; null without any. */
  public @Nullable PublicAccessBlock publicAccessBlock() {
    return publicAccessBlock;
  }

  public void block(@Nullable PublicAccessBlock publicAccess) {
    publicAccessBlock = publicAccess;
  }
}
