package dev.keyturn.cli.command.serving;

/** What the token of an endpoint gives access to. */
public enum Reach {
  /** Its own profile. */
  OWN,
  /** Every profile by its name, and every role that its own profile may assume by its ARN. */
  ALL
}
