package dev.keyturn.domain.environment;

/** What a {@link Handover} does with a variable. */
public enum Effect {
  /** The variable stays as it is. */
  LEAVES("—"),
  /** The variable is set, or removed if it has no value. */
  REPLACES("sets or removes"),
  /** The variable is set where the caller has not set it, and the profile has a value for it. */
  FILLS_IN("sets if unset"),
  /** The variable is set. */
  SETS("sets"),
  /** The variable is removed. */
  REMOVES("removes"),
  /** The variable is removed if it still has the value that Keyturn gave it. */
  TAKES_BACK("removes its own"),
  /** The user is warned if the variable is set. */
  WARNS("warns");

  private final String label;

  Effect(String label) {
    this.label = label;
  }

  /** Its name in the documentation. */
  public String label() {
    return label;
  }
}
