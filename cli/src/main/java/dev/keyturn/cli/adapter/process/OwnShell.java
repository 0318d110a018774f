package dev.keyturn.cli.adapter.process;

import java.io.File;
import java.util.Map;

/** The user's shell. */
final class OwnShell {

  private OwnShell() {}

  /** {@code SHELL}, on Windows {@code COMSPEC}, else the default shell of the system. */
  static String of(Map<String, String> environment) {
    String shell = environment.getOrDefault("SHELL", "");
    if (!shell.isEmpty()) {
      return shell;
    }
    return File.separatorChar == '\\' ? environment.getOrDefault("COMSPEC", "cmd.exe") : "/bin/sh";
  }
}
