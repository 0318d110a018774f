package dev.keyturn.domain.profile.file;

/** By what a setting of a profile reaches the tools that get its session; each adds to the last. */
public enum HandedOn {
  /** By nothing: it leads to credentials, and the tools are given those already. */
  NOT("—"),
  /** The config file that tools read beside an endpoint. */
  IN_CONFIG("`exec --server`, `serve`"),
  /** A new {@code -mfa} profile, too. */
  IN_PROFILE("`login` (`-mfa` profile), `exec --server`, `serve`"),
  /** Variables, too. */
  EVERYWHERE("`login` (`-mfa` profile), `env`, `exec`, `exec --server`, `serve`");

  private final String label;

  HandedOn(String label) {
    this.label = label;
  }

  /** How the documentation calls it. */
  public String label() {
    return label;
  }
}
