package dev.keyturn.sandbox.state.bucket;

import java.util.Map;

/**
 * The headers that an object is answered with as they were stored.
 *
 * @param contentType as {@code Content-Type}
 * @param others by lower-case name, such as {@code cache-control} and {@code x-amz-meta-owner}
 */
public record ObjectHeaders(String contentType, Map<String, String> others) {
  /** The type of an object that was stored without one. */
  public static final String NO_TYPE = "binary/octet-stream";

  public ObjectHeaders {
    others = Map.copyOf(others);
  }

  public static ObjectHeaders of(String contentType) {
    return new ObjectHeaders(contentType, Map.of());
  }

  long storedBytes() {
    return contentType.length()
        + others.entrySet().stream()
            .mapToLong(header -> header.getKey().length() + header.getValue().length())
            .sum();
  }
}
