package dev.keyturn.domain.profile.plan;

/** How a user's files organise long-term keys, device and session. */
public enum Layout {
  /** {@code role_arn} in the profile: the session is a role session. */
  ROLE("role"),
  /**
   * {@code source_profile} without a role: keys and device in the source, session in the profile.
   */
  SOURCE_PROFILE("source-profile"),
  /** {@code [X-long-term]} contains the keys, {@code [X]} the session: aws-mfa's layout. */
  LONG_TERM_SUFFIX("long-term-suffix"),
  /** {@code [X-default]} contains the keys, {@code [X]} the session and {@code aws_arn_mfa}. */
  DEFAULT_SUFFIX("default-suffix"),
  /** The profile itself contains the long-term keys. */
  PLAIN("plain"),
  /** None of these: credentials come from somewhere else, such as a process or single sign-on. */
  NONE("none");

  private final String label;

  Layout(String label) {
    this.label = label;
  }

  /** The stable name in outputs. */
  public String label() {
    return label;
  }
}
