package dev.keyturn.domain.environment;

import static dev.keyturn.domain.environment.Effect.FILLS_IN;
import static dev.keyturn.domain.environment.Effect.LEAVES;
import static dev.keyturn.domain.environment.Effect.REMOVES;
import static dev.keyturn.domain.environment.Effect.REPLACES;
import static dev.keyturn.domain.environment.Effect.SETS;
import static dev.keyturn.domain.environment.Effect.TAKES_BACK;
import static dev.keyturn.domain.environment.Effect.WARNS;

/** Kinds of variables by what each {@link Handover} does with them. */
public enum Handling {
  //                 env       exec      exec --server  serve   env --unset
  /** The session's own keys. AWS tools prefer keys to an endpoint. */
  CREDENTIALS(REPLACES, REPLACES, REMOVES, WARNS, REMOVES),
  /** Facts about the session other than its keys. */
  ABOUT_THE_SESSION(REPLACES, REPLACES, REPLACES, LEAVES, REMOVES),
  /** Other credentials, or a source of them, that some tool prefers to the session. */
  OTHER_CREDENTIALS(REMOVES, REMOVES, REMOVES, WARNS, REMOVES),
  /** The endpoint that is asked for credentials, and its token. */
  ENDPOINT(LEAVES, REMOVES, SETS, SETS, LEAVES),
  /** Another endpoint or token, which tools prefer to {@link #ENDPOINT}. */
  OTHER_ENDPOINT(LEAVES, REMOVES, REMOVES, WARNS, LEAVES),
  /** The endpoint of {@code serve --imds}. */
  INSTANCE_ENDPOINT(LEAVES, LEAVES, LEAVES, SETS, LEAVES),
  /** Keeps tools from asking the endpoint of {@code serve --imds}. */
  INSTANCE_SWITCH(LEAVES, LEAVES, LEAVES, WARNS, LEAVES),
  /** The paths of the AWS files. With an endpoint, tools must not find keys in them. */
  AWS_FILES(LEAVES, LEAVES, SETS, SETS, LEAVES),
  /** Files of old tools that may contain keys, and that other programs use for other purposes. */
  OTHER_FILES(LEAVES, LEAVES, SETS, WARNS, LEAVES),
  /** Names further such files. */
  MORE_OTHER_FILES(LEAVES, LEAVES, REMOVES, WARNS, LEAVES),
  /** A setting of the profile. */
  SETTING(FILLS_IN, FILLS_IN, FILLS_IN, FILLS_IN, TAKES_BACK),
  /** Records what was handed over. */
  MARK(REPLACES, REPLACES, REPLACES, LEAVES, REMOVES),
  /** Meant for this Keyturn process, not for the programs that {@code exec} starts. */
  OWN(LEAVES, REMOVES, REMOVES, LEAVES, LEAVES),
  /** Keyturn reads it and changes nothing. */
  READ(LEAVES, LEAVES, LEAVES, LEAVES, LEAVES);

  private final Effect env;
  private final Effect exec;
  private final Effect execServer;
  private final Effect serve;
  private final Effect envUnset;

  Handling(Effect env, Effect exec, Effect execServer, Effect serve, Effect envUnset) {
    this.env = env;
    this.exec = exec;
    this.execServer = execServer;
    this.serve = serve;
    this.envUnset = envUnset;
  }

  /** What {@code handover} does with such a variable. */
  public Effect by(Handover handover) {
    return switch (handover) {
      case ENV -> env;
      case EXEC -> exec;
      case EXEC_SERVER -> execServer;
      case SERVE -> serve;
      case ENV_UNSET -> envUnset;
    };
  }
}
