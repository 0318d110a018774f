package dev.keyturn.cli.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A shell that may be a system's {@code sh}.
 *
 * @param name what it is called
 * @param command how it is started
 */
record HotShell(String name, List<String> command) {

  /**
   * Those that this machine has; Bash 3.2, as macOS has it, where {@code tests.bash3} names one.
   */
  static List<HotShell> installed() {
    return Stream.of(
            new HotShell("dash", List.of("/bin/dash")),
            new HotShell("bash", List.of("/bin/bash", "--posix")),
            new HotShell("busybox", List.of("/bin/busybox", "sh")),
            new HotShell("zsh", List.of("/bin/zsh", "--emulate", "sh")),
            new HotShell("bash 3.2", List.of(System.getProperty("tests.bash3", "-"), "--posix")))
        .filter(shell -> Files.isExecutable(Path.of(shell.command().get(0))))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
