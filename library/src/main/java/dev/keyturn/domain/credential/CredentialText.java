package dev.keyturn.domain.credential;

/**
 * The characters that credentials consist of. A value with any other character does not come from
 * AWS; in a file or a shell, a line break, or a blank followed by {@code #}, would change the
 * meaning of the text around it.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html">STS:
 *     Credentials</a>
 */
public final class CredentialText {

  private static final int LONGEST_ID = 128;
  private static final int LONGEST_SECRET = 16_384;

  private CredentialText() {}

  /** Whether {@code text} can be an access key id: letters, digits and underscores. */
  public static boolean isAccessKeyId(String text) {
    boolean fits = !text.isEmpty() && text.length() <= LONGEST_ID;
    for (int i = 0; fits && i < text.length(); i++) {
      char c = text.charAt(i);
      fits = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    }
    return fits;
  }

  /** Whether {@code text} can be a secret or a token: ASCII characters that are not blank. */
  public static boolean isSecret(String text) {
    boolean fits = !text.isEmpty() && text.length() <= LONGEST_SECRET;
    for (int i = 0; fits && i < text.length(); i++) {
      fits = text.charAt(i) > ' ' && text.charAt(i) <= '~';
    }
    return fits;
  }
}
