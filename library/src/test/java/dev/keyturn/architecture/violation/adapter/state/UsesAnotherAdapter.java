package dev.keyturn.architecture.violation.adapter.state;

import dev.keyturn.architecture.violation.adapter.aws.UsedByAnotherAdapter;

/** Breaks the rule that its name tells. */
public record UsesAnotherAdapter(UsedByAnotherAdapter other) {}
