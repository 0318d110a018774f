package dev.keyturn.domain.policy.document;

/** The version of the policy language; a policy without {@code Version} has the older one. */
public enum LanguageVersion {
  V2008("2008-10-17"),
  V2012("2012-10-17");

  private final String id;

  LanguageVersion(String id) {
    this.id = id;
  }

  /** The value of {@code Version}. */
  public String id() {
    return id;
  }

  /** Whether {@code ${…}} is a variable; in the older version it is plain text. */
  public boolean hasVariables() {
    return this == V2012;
  }
}
