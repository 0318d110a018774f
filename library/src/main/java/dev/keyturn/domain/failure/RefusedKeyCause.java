package dev.keyturn.domain.failure;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.text.ShellCommand;

/** Why AWS refuses an access key, and how to repair that in the place of the key. */
public enum RefusedKeyCause {
  /** AWS does not know it, or it is inactive. */
  UNKNOWN,
  /** The secret belongs to another key. */
  WRONG_SECRET,
  /** It is the key of a session that has expired or was ended. */
  ENDED_SESSION,
  /** It was created a moment ago, and has not reached every part of AWS yet. */
  NEW;

  /**
   * Where an access key is.
   *
   * @param kind what contains it
   * @param name the section or profile that contains the key or names its place; for a key that no
   *     profile has yet, the file it was read from, or empty if it was typed
   */
  public record Holder(Kind kind, String name) {

    /** What is wrong with the key, and where it was read. */
    String located(String message) {
      return kind == Kind.NONE && !name.isEmpty()
          ? message + "; it was read from " + name
          : message;
    }
  }

  /** What contains an access key. */
  public enum Kind {
    /** The AWS files. */
    FILES,
    /** The environment. */
    ENVIRONMENT,
    /** One of the places for keys that are not in the AWS files. */
    STORE,
    /** No file or store: it was given to {@code setup}. */
    NONE
  }

  /**
   * The command that repairs it, or what to do.
   *
   * @param profile the profile that was asked for
   */
  String repair(Holder holder, String profile) {
    return switch (this) {
      case UNKNOWN -> unknown(holder, profile);
      case WRONG_SECRET -> wrongSecret(holder, profile);
      case ENDED_SESSION ->
          holder.kind() == Kind.ENVIRONMENT
              ? unset(Variable.AWS_SESSION_TOKEN)
              : ShellCommand.of("keyturn", "login", profile, "--force");
      case NEW -> ShellCommand.AGAIN;
    };
  }

  private static String unknown(Holder holder, String profile) {
    return switch (holder.kind()) {
      case FILES ->
          "check the key in the IAM console, or type the right one: "
              + ShellCommand.of("keyturn", "config", "set", setting(holder, "aws_access_key_id"))
              + " KEY";
      case ENVIRONMENT -> check(Variable.AWS_ACCESS_KEY_ID);
      case STORE -> inStore(holder);
      case NONE -> again(profile);
    };
  }

  private static String wrongSecret(Holder holder, String profile) {
    return switch (holder.kind()) {
      case FILES ->
          "type it again: "
              + ShellCommand.of(
                  "keyturn", "config", "set", setting(holder, "aws_secret_access_key"), "-");
      case ENVIRONMENT -> check(Variable.AWS_SECRET_ACCESS_KEY);
      case STORE -> inStore(holder);
      case NONE -> again(profile);
    };
  }

  private static String again(String profile) {
    return "try again with the right one: " + ShellCommand.of("keyturn", "setup", profile);
  }

  private static String setting(Holder holder, String name) {
    return "profile." + holder.name() + "." + name;
  }

  private static String check(Variable variable) {
    return "check " + variable.name() + ", or unset it: " + unset();
  }

  private static String inStore(Holder holder) {
    return "see which key it is: " + ShellCommand.of("keyturn", "store", "show", holder.name());
  }

  private static String unset(Variable... others) {
    StringBuilder line =
        new StringBuilder("unset ")
            .append(Variable.AWS_ACCESS_KEY_ID.name())
            .append(' ')
            .append(Variable.AWS_SECRET_ACCESS_KEY.name());
    for (Variable other : others) {
      line.append(' ').append(other.name());
    }
    return line.toString();
  }
}
