package dev.keyturn.sandbox.checksum;

/** Of what a checksum is, by the names of S3's API. */
public enum ChecksumType {
  /** Of the checksums of the parts. */
  COMPOSITE,
  /** Of all bytes. */
  FULL_OBJECT
}
