package dev.keyturn.cli.command.port;

import java.util.Locale;
import java.util.Map;

/** The syntaxes in which a change of the environment can be written. */
public enum EnvironmentSyntax {
  /** GNU Bash. */
  BASH,
  /** The Z shell. */
  ZSH,
  /** Any POSIX shell. */
  SH,
  /** fish. */
  FISH,
  /** PowerShell, including Windows PowerShell. */
  POWERSHELL,
  /** A batch file of Windows's cmd.exe. */
  CMD,
  /** Nushell: a record for {@code load-env}. */
  NU,
  /** A {@code .env} file. */
  DOTENV,
  /** The JSON document of {@code credential_process}. */
  JSON,
  /** The format of {@code docker run --env-file}. */
  DOCKER;

  /** Its name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The syntax of the user's shell. */
  public static EnvironmentSyntax ofShell(Map<String, String> environment, boolean windows) {
    String shell = environment.getOrDefault("SHELL", "");
    if (windows) {
      return shell.isEmpty() ? POWERSHELL : SH;
    }
    return shell.equals("fish") || shell.endsWith("/fish") ? FISH : SH;
  }
}
