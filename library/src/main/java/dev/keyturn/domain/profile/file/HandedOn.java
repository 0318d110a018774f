package dev.keyturn.domain.profile.file;

/**
 * How a setting of a profile reaches the tools that use its session; each value includes the
 * previous ones.
 */
public enum HandedOn {
  /** Not at all: it leads to credentials, which the tools already have. */
  NOT("—"),
  /** In the config file that tools read when they use an endpoint. */
  IN_CONFIG("`exec --server`, `serve`"),
  /** Also in a new {@code -mfa} profile. */
  IN_PROFILE("`login` (`-mfa` profile), `exec --server`, `serve`"),
  /** Also in variables. */
  EVERYWHERE("`login` (`-mfa` profile), `env`, `exec`, `exec --server`, `serve`");

  private final String label;

  HandedOn(String label) {
    this.label = label;
  }

  /** Its name in the documentation. */
  public String label() {
    return label;
  }
}
