package dev.keyturn.architecture.violation.adapter.state;

import dev.keyturn.architecture.violation.adapter.aws.UsedByAnotherAdapter;

/** Breaks the rule in its name. */
public record UsesAnotherAdapter(UsedByAnotherAdapter other) {}
