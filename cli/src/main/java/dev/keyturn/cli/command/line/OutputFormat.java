package dev.keyturn.cli.command.line;

/** How a command writes its answer. */
public enum OutputFormat {
  /** For a person. */
  TEXT,
  /** For a program: one JSON document. */
  JSON
}
