package dev.keyturn.domain.policy.document;

/** What a statement that matches does. */
public enum Effect {
  ALLOW("Allow"),
  DENY("Deny");

  private final String id;

  Effect(String id) {
    this.id = id;
  }

  /** The word in a policy; case matters. */
  public String id() {
    return id;
  }
}
