package dev.keyturn.cli.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell that may be a system's {@code sh}.
 *
 * @param name what it is called
 * @param command how it is started
 */
record HotShell(String name, List<String> command) {

  /** Those that tests must have tried where {@code KEYTURN_CLIENTS} is {@code required}. */
  private static final List<HotShell> REQUIRED =
      List.of(
          new HotShell("dash", List.of("/bin/dash")),
          new HotShell("bash", asSh(Path.of("/bin/bash"))),
          // Up to version 5.0, a here-document is a temporary file and not a pipe.
          new HotShell("bash -O compat32", asSh(Path.of("/bin/bash"), "-O", "compat32")),
          new HotShell("busybox", List.of("/bin/busybox", "sh")));

  /**
   * Those that this machine has; Bash 3.2, as macOS has it, where {@code tests.bash3} names one.
   */
  static List<HotShell> installed() {
    List<HotShell> shells = new ArrayList<>();
    for (HotShell shell : REQUIRED) {
      if (shell.isInstalled()) {
        shells.add(shell);
      } else if ("required".equals(System.getenv("KEYTURN_CLIENTS"))) {
        throw new AssertionError(shell.name + " is not installed");
      }
    }
    String bash3 = System.getProperty("tests.bash3");
    if (bash3 != null) {
      shells.add(new HotShell("bash 3.2", asSh(Path.of(bash3))));
    }
    return shells;
  }

  /** Under the name that systems call it by: it takes another set of functions from the caller. */
  private static List<String> asSh(Path shell, String... options) {
    try {
      Path folder = Files.createTempDirectory("shell");
      Path link = Files.createSymbolicLink(folder.resolve("sh"), shell);
      folder.toFile().deleteOnExit();
      link.toFile().deleteOnExit();
      List<String> command = new ArrayList<>(List.of(link.toString()));
      command.addAll(List.of(options));
      return List.copyOf(command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isInstalled() {
    return Files.isExecutable(Path.of(command.get(0)));
  }

  @Override
  public String toString() {
    return name;
  }
}
