package dev.keyturn.cli.command.port.computer;

/** Messages that are shown only once on a computer. */
public interface Remarks {

  /** The warning that others can see an MFA code given as an argument. */
  String CODE_AS_ARGUMENT = "code-as-argument";

  /** Whether {@code what} was never shown here before; records it as shown. */
  boolean isFirst(String what);
}
