package dev.keyturn.sandbox.state.bucket;

import java.util.Arrays;
import java.util.List;

/**
 * The sizes of the parts that an object was uploaded in, in their order. The parts of an object
 * have the numbers 1, 2, 3, …, whatever numbers they were uploaded with.
 */
public record PartSizes(List<Integer> sizes) {
  /** Of an object that was stored in one piece. */
  public static final PartSizes NONE = new PartSizes(List.of());

  public PartSizes {
    sizes = List.copyOf(sizes);
  }

  /** How many there are; 0 for an object that was stored in one piece. */
  public int count() {
    return sizes.size();
  }

  public int size(int number) {
    return sizes.get(number - 1);
  }

  /** Where a part begins. */
  public int start(int number) {
    return sizes.subList(0, number - 1).stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether a body has so many bytes as these parts. */
  public boolean fit(byte[] body) {
    return sizes.stream().mapToLong(Integer::longValue).sum() == body.length;
  }

  byte[] part(byte[] body, int number) {
    int start = start(number);
    return Arrays.copyOfRange(body, start, start + size(number));
  }
}
