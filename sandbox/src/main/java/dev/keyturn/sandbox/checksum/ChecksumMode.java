package dev.keyturn.sandbox.checksum;

/** The checksums that an upload in parts was begun with. */
public record ChecksumMode(ChecksumAlgorithm algorithm, ChecksumType type) {

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
