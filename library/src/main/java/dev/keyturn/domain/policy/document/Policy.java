package dev.keyturn.domain.policy.document;

import java.util.List;

/**
 * A policy document.
 *
 * @param name what messages call it: its name in IAM, or its file
 */
public record Policy(
    String name, PolicyKind kind, LanguageVersion version, List<Statement> statements) {

  /**
   * Reads a document of this kind.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Broken}, with line and
   *     column, for a text that IAM would refuse
   */
  public static Policy parse(String name, PolicyKind kind, String text) {
    return new PolicyParser(new Mistakes(name)).parse(text, kind);
  }

  /**
   * Reads a document and derives its kind from its form: with principals it is a trust policy if it
   * names no resource, else a resource-based policy; without principals it is an identity-based
   * policy.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link #parse(String, PolicyKind,
   *     String)}
   */
  public static Policy parse(String name, String text) {
    return new PolicyParser(new Mistakes(name)).parse(text);
  }

  /**
   * Whether both mean the same: names, positions, the order of statements and values, and whether a
   * single value is written as a list do not matter. The account id as a principal is the ARN of
   * the account's root, as IAM writes it.
   */
  public boolean meansTheSameAs(Policy other) {
    return kind == other.kind && Meaning.of(this).equals(Meaning.of(other));
  }
}
