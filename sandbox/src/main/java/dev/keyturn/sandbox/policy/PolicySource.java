package dev.keyturn.sandbox.policy;

import org.jspecify.annotations.Nullable;

/**
 * Where a policy document comes from.
 *
 * @param id the policy's name
 * @param arn of a managed policy; null for a document without an ARN, such as an inline policy
 */
public record PolicySource(String id, @Nullable String arn) {}
