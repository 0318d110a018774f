package dev.keyturn.domain.profile.plan;

/**
 * The forms that STS accepts for certain texts. Checked here so that no code is spent on a call
 * that cannot succeed.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">
 *     AssumeRole</a>
 */
public enum StsText {
  /** AWS checks which account it is in. */
  ROLE_ARN("role ARN", "", 20, 2048),
  /** Shown in audit logs. */
  ROLE_SESSION_NAME("role session name", "_+=,.@-", 2, 64),
  /** The external id that the role's trust policy requires. */
  EXTERNAL_ID("external ID", "_+=,.@:/-", 2, 1224),
  /** The person or program that uses the role session. */
  SOURCE_IDENTITY("source identity", "_+=,.@-", 2, 64),
  /** An ARN, or the number of a hardware token. */
  SERIAL_NUMBER("MFA device serial number", "_+=/:,.@-", 9, 256);

  private final String label;
  private final String signs;
  private final int shortest;
  private final int longest;

  StsText(String label, String signs, int shortest, int longest) {
    this.label = label;
    this.signs = signs;
    this.shortest = shortest;
    this.longest = longest;
  }

  /** Its name in messages. */
  public String label() {
    return label;
  }

  /** How many characters it may have. */
  public int longest() {
    return longest;
  }

  /** The form that STS accepts. */
  public String form() {
    return this == ROLE_ARN
        ? "arn:aws:iam::ACCOUNT:role/NAME"
        : shortest + " to " + longest + " characters of A-Z a-z 0-9 " + signs;
  }

  /** Whether STS accepts {@code text}. */
  public boolean accepts(String text) {
    boolean fits = text.length() >= shortest && text.length() <= longest;
    return fits && (this == ROLE_ARN ? isRoleArn(text) : hasOnlyItsLetters(text));
  }

  private boolean hasOnlyItsLetters(String text) {
    for (int index = 0; index < text.length(); index++) {
      char letter = text.charAt(index);
      boolean plain =
          (letter >= 'a' && letter <= 'z')
              || (letter >= 'A' && letter <= 'Z')
              || (letter >= '0' && letter <= '9');
      if (!plain && signs.indexOf(letter) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * <pre>
   * RoleArn = "arn:" Partition ":iam::" Account ":role/" Name
   * </pre>
   */
  private static boolean isRoleArn(String text) {
    int partition = text.indexOf(':', 4);
    int account = partition + ":iam::".length();
    int resource = text.indexOf(':', account);
    return text.startsWith("arn:")
        && partition > 4
        && text.startsWith(":iam::", partition)
        && resource > 0
        && text.startsWith(":role/", resource)
        && text.length() > resource + ":role/".length()
        && !hasBlankOrBracket(text);
  }

  private static boolean hasBlankOrBracket(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '[') {
        return true;
      }
    }
    return false;
  }
}
