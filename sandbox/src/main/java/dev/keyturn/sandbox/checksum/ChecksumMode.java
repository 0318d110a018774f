package dev.keyturn.sandbox.checksum;

/** Which checksum an object has or, where its upload in parts was begun with it, will have. */
public record ChecksumMode(ChecksumAlgorithm algorithm, ChecksumType type) {
  /** What S3 computes where nobody names another. */
  public static final ChecksumMode USUAL = of(ChecksumAlgorithm.CRC64NVME);

  /** The type that an algorithm has where none is named. */
  public static ChecksumMode of(ChecksumAlgorithm algorithm) {
    return new ChecksumMode(
        algorithm,
        algorithm == ChecksumAlgorithm.CRC64NVME
            ? ChecksumType.FULL_OBJECT
            : ChecksumType.COMPOSITE);
  }

  /** Whether S3 has this type of the algorithm's checksums. */
  public boolean exists() {
    return switch (type) {
      case COMPOSITE -> algorithm != ChecksumAlgorithm.CRC64NVME;
      case FULL_OBJECT -> algorithm.isCrc();
    };
  }
}
