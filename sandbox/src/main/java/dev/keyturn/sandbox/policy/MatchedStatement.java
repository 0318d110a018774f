package dev.keyturn.sandbox.policy;

/**
 * A statement that fits a request.
 *
 * @param index its place among the statements of its document, from 0
 */
public record MatchedStatement(PolicySource source, PolicyKind kind, int index) {}
