package dev.keyturn.cli.adapter.terminal;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;

/** What a standard stream is connected to. */
enum StandardDevice {
  INPUT("/dev/stdin"),
  OUTPUT("/dev/stdout");

  private final String file;

  StandardDevice(String file) {
    this.file = file;
  }

  /** Linux names the device of a stream; elsewhere a console is one on both ends. */
  @SuppressWarnings("SystemConsoleNull") // NullAway asks for what Error Prone knows
  boolean isTerminal() {
    try {
      Path device = Path.of(file).toRealPath();
      if (!device.startsWith("/dev/fd")) {
        return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty");
      }
    } catch (IOException e) {
      // Not Linux, or nothing is connected.
    }
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
