package dev.keyturn.cli.adapter.terminal;

import dev.keyturn.cli.command.port.Input;
import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Standard input, always UTF-8. */
public final class StandardInput implements Input {

  /** More than any setting; a stream without an end is not read for ever. */
  private static final int MOST = 1 << 20;

  private final InputStream in;

  /** Reads {@code in}. */
  public StandardInput(InputStream in) {
    this.in = in;
  }

  /** Byte by byte, so that nothing behind the line end is taken from whoever reads next. */
  @Override
  public String line() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        line.write(next);
      }
    } catch (IOException e) {
      return "";
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  @Override
  public String text() {
    try {
      String text = new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
      int end = text.endsWith("\n") ? text.length() - 1 : text.length();
      return text.substring(0, end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end);
    } catch (IOException e) {
      return "";
    }
  }

  /** Linux names the device behind standard input; elsewhere a console is one on both ends. */
  @Override
  @SuppressWarnings("SystemConsoleNull") // NullAway asks for what Error Prone knows
  public boolean isTerminal() {
    try {
      Path device = Path.of("/dev/stdin").toRealPath();
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
