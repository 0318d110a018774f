package dev.keyturn.domain.iam;

/** Whether AWS accepts an access key. */
public enum KeyStatus {
  /** It accepts it. */
  ACTIVE,
  /** It refuses it until the key is activated again. */
  INACTIVE,
  /** It refuses it because the key, a service-specific API key, has expired. */
  EXPIRED
}
