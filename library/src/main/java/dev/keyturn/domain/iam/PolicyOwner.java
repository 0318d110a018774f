package dev.keyturn.domain.iam;

/** The user or role that an inline policy belongs to. */
public sealed interface PolicyOwner {

  /** Its name, without a path. */
  String name();

  /** A user. */
  record User(String name) implements PolicyOwner {}

  /** A role. */
  record Role(String name) implements PolicyOwner {}
}
