package dev.keyturn.architecture.violation.adapter.aws;

/** An adapter that another one uses. */
public record UsedByAnotherAdapter() {}
