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

  /** The prefix of the ids of long-term keys, at AWS itself. */
  private static final String LONG_TERM_PREFIX = "AKIA";

  private static final int LONGEST_USUAL_ID = 24;

  /** Whether {@code id} is the id of temporary credentials, by its prefix. */
  public static boolean isTemporary(String id) {
    return id.startsWith(TEMPORARY_PREFIX);
  }

  /** Whether {@code id} is the id of a long-term key of AWS, by its prefix. */
  public static boolean isLongTerm(String id) {
    return id.startsWith(LONG_TERM_PREFIX);
  }

  /**
   * Whether {@code id} may be a secret access key typed instead of the id: AWS's secrets have 40
   * characters, its ids 20 capital letters and digits.
   */
  public static boolean mayBeSecret(String id) {
    boolean plain = id.length() <= LONGEST_USUAL_ID;
    for (int i = 0; !plain && i < id.length(); i++) {
      char c = id.charAt(i);
      if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
        return true;
      }
    }
    return false;
  }

  /** {@code id} as it may be shown. */
  public static String shown(String id) {
    return mayBeSecret(id) ? "****" : id;
  }
}
