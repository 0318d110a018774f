package dev.keyturn.sandbox.checksum;

/** The checksum that an object has, or will have if its multipart upload was started with it. */
public record ChecksumMode(ChecksumAlgorithm algorithm, ChecksumType type) {
  /** S3's default. */
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
