package dev.keyturn.cli.transcript;

/** Keyturn, inside the test or as the installed program. */
public interface Program {

  /** Runs a command line. */
  Outcome run(Invocation call);
}
