package dev.keyturn.cli.architecture.violation.adapter.process;

/** An adapter that another one uses. */
public record UsedByAnotherAdapter() {}
