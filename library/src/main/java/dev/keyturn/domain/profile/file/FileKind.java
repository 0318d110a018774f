package dev.keyturn.domain.profile.file;

/** One of the two AWS files, which differ in section headers and precedence. */
public enum FileKind {
  /** {@code ~/.aws/config} or {@code AWS_CONFIG_FILE}. */
  CONFIG,
  /** {@code ~/.aws/credentials} or {@code AWS_SHARED_CREDENTIALS_FILE}. */
  CREDENTIALS
}
