package dev.keyturn.sandbox.state.identity;

import org.jspecify.annotations.Nullable;

/**
 * A named policy; the document is JSON text exactly as it was given, as IAM gives it back.
 *
 * @param arn of a managed policy; null for an inline one
 */
public record Policy(String name, String document, @Nullable String arn) {

  /** An inline policy. */
  public Policy(String name, String document) {
    this(name, document, null);
  }

  /** A managed policy in its default version. */
  public static Policy of(ManagedPolicy policy) {
    return new Policy(policy.name(), policy.defaultVersion().document(), policy.arn());
  }
}
