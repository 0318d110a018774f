package dev.keyturn.domain.credential;

/**
 * A long-term access key of an IAM user or account root.
 *
 * @param id the access key id, for example {@code AKIAIOSFODNN7EXAMPLE}; not secret
 * @param secret the secret access key
 */
public record AccessKey(String id, Secret secret) {

  /** The prefix of temporary access key ids (IAM user guide, "Unique identifiers"). */
  private static final String TEMPORARY_PREFIX = "ASIA";

  /** Whether {@code id} is the id of temporary credentials, by its prefix. */
  public static boolean isTemporary(String id) {
    return id.startsWith(TEMPORARY_PREFIX);
  }
}
