package dev.keyturn.domain.profile.plan;

/** The way in which a user's files say where long-term keys, device and session belong. */
public enum Layout {
  /** {@code role_arn} in the profile: the session is that of a role. */
  ROLE("role"),
  /**
   * {@code source_profile} without a role: keys and device in the source, session in the profile.
   */
  SOURCE_PROFILE("source-profile"),
  /** {@code [X-long-term]} has the keys, {@code [X]} the session: aws-mfa's layout. */
  LONG_TERM_SUFFIX("long-term-suffix"),
  /** {@code [X-default]} has the keys, {@code [X]} the session and {@code aws_arn_mfa}. */
  DEFAULT_SUFFIX("default-suffix"),
  /** The profile has its long-term keys itself. */
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
