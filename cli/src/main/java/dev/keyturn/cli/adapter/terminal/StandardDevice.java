package dev.keyturn.cli.adapter.terminal;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a standard stream is connected to. */
enum StandardDevice {
  INPUT("/proc/self/fd/0"),
  OUTPUT("/proc/self/fd/1");

  private final String link;

  StandardDevice(String link) {
    this.link = link;
  }

  /**
   * Linux names the device of a stream, a pipe's too. Elsewhere the JDK's console is asked, which
   * loads classes of other modules: that takes as long as a small command.
   */
  @SuppressWarnings("SystemConsoleNull") // NullAway asks for what Error Prone knows
  boolean isTerminal() {
    try {
      String device = Files.readSymbolicLink(Path.of(link)).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException e) {
      // Not Linux, or not connected.
    }
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
