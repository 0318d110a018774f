package dev.keyturn.sandbox.state.identity;

/** A named policy; the document is JSON text exactly as it was given, as IAM gives it back. */
public record Policy(String name, String document) {}
