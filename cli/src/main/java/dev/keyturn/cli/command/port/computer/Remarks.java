package dev.keyturn.cli.command.port.computer;

/** What is said once on a computer and then never again. */
public interface Remarks {

  /** That others can see an MFA code which is given as an argument. */
  String CODE_AS_ARGUMENT = "code-as-argument";

  /** Whether {@code what} was not said here before; from now on it was. */
  boolean isFirst(String what);
}
