package dev.keyturn.domain.iam;

/** Whether AWS accepts an access key. */
public enum KeyStatus {
  /** It does. */
  ACTIVE,
  /** It does not, until the key is activated again. */
  INACTIVE,
  /** It does not, because the key has expired: a service-specific API key. */
  EXPIRED
}
