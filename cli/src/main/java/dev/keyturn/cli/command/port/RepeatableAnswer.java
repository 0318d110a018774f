package dev.keyturn.cli.command.port;

import java.time.Instant;

/** The answer of this process, which the launcher may repeat without running Java. */
public interface RepeatableAnswer {

  /**
   * The answer is about the session that ends at {@code expiration}, and stays valid until {@code
   * end} as long as the files and variables it was made from do not change.
   */
  void isTrueUntil(Instant end, Instant expiration);

  /** The answer depends on something else: a program, a network. */
  void isOfThisMoment();

  /** The answer is the changed environment of the program that the user runs. */
  void is(EnvironmentChange change);
}
