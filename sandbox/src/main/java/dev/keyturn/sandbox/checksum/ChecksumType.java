package dev.keyturn.sandbox.checksum;

/** What a checksum covers, by the names of S3's API. */
public enum ChecksumType {
  /** Of the checksums of the parts. */
  COMPOSITE,
  /** Of all bytes. */
  FULL_OBJECT
}
