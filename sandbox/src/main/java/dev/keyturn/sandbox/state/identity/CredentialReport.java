package dev.keyturn.sandbox.state.identity;

import java.time.Instant;

/** The credential report of an account, comma-separated values, as it was generated. */
public record CredentialReport(String content, Instant generated) {}
