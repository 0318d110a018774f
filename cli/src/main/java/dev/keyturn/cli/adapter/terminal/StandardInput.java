package dev.keyturn.cli.adapter.terminal;

import dev.keyturn.cli.command.port.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Standard input, always UTF-8. */
public final class StandardInput implements Input {

  /** More than any setting; limits the reading of an endless stream. */
  private static final int MOST = 1 << 20;

  private final InputStream in;

  /** Reads {@code in}. */
  public StandardInput(InputStream in) {
    this.in = in;
  }

  /** Byte by byte, so that nothing after the line end is taken from the next reader. */
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

  @Override
  @SuppressWarnings("ReferenceEquality") // only this very stream can be the terminal
  public boolean isTerminal() {
    return in == System.in && StandardDevice.INPUT.isTerminal();
  }
}
