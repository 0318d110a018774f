package dev.keyturn.cli.adapter.process;

import java.io.File;
import java.util.Map;

/** The shell that a user works in. */
final class OwnShell {

  private OwnShell() {}

  /** {@code SHELL}, on Windows {@code COMSPEC}, else what every system has. */
  static String of(Map<String, String> environment) {
    String shell = environment.getOrDefault("SHELL", "");
    if (!shell.isEmpty()) {
      return shell;
    }
    return File.separatorChar == '\\' ? environment.getOrDefault("COMSPEC", "cmd.exe") : "/bin/sh";
  }
}
