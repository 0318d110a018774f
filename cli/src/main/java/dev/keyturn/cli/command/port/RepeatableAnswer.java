package dev.keyturn.cli.command.port;

import java.time.Instant;

/** The answer of this process, which the launcher may give again without asking. */
public interface RepeatableAnswer {

  /**
   * The answer says something of the session that ends at {@code expiration}, and is the same until
   * {@code end}, as long as the files and variables stay as they are that it was made from.
   */
  void isTrueUntil(Instant end, Instant expiration);

  /** The answer depends on something else: a program, a network. */
  void isOfThisMoment();

  /** The answer is what becomes of the environment of the program that the user runs. */
  void is(EnvironmentChange change);
}
