package dev.keyturn.domain.environment;

/** The ways in which credentials are handed over in an environment. */
public enum Handover {
  /** {@code keyturn env}: the user's shell or a file changes its variables. */
  ENV("env"),
  /** {@code keyturn exec}: a program gets the session's keys. */
  EXEC("exec"),
  /** {@code keyturn exec --server}: a program gets an endpoint that it asks for keys. */
  EXEC_SERVER("exec --server"),
  /** {@code keyturn serve}: the user sets the printed variables where they need them. */
  SERVE("serve"),
  /** {@code keyturn env --unset}: the opposite of {@code env}. */
  ENV_UNSET("env --unset");

  private final String label;

  Handover(String label) {
    this.label = label;
  }

  /** What a user types. */
  public String label() {
    return label;
  }
}
