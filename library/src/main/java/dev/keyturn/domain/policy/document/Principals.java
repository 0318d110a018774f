package dev.keyturn.domain.policy.document;

import java.util.List;

/**
 * The value of {@code Principal} or {@code NotPrincipal}.
 *
 * @param excluded whether it is {@code NotPrincipal}
 */
public record Principals(boolean excluded, List<Name> names) {

  /** The types of principal names. */
  public enum Type {
    /** Everybody: {@code "*"}, and {@code {"AWS": "*"}}, which means the same. */
    ANYBODY("*"),
    AWS("AWS"),
    SERVICE("Service"),
    FEDERATED("Federated"),
    CANONICAL_USER("CanonicalUser");

    private final String id;

    Type(String id) {
      this.id = id;
    }

    /** The name in a policy. */
    public String id() {
      return id;
    }
  }

  /**
   * One principal.
   *
   * @param value an ARN, an account id, a unique id, a service; never with wildcards
   */
  public record Name(Type type, String value) {}
}
