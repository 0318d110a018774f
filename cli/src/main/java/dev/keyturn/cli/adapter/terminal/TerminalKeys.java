package dev.keyturn.cli.adapter.terminal;

import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.text.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a terminal that knows ECMA-48's control sequences, as all have for decades. Source of
 * the keys: <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">XTerm Control
 * Sequences</a>, "PC-Style Function Keys".
 */
final class TerminalKeys implements Terminal.Keys {

  private static final int ESCAPE = 27;
  private static final int DELETE = 127;

  /** How long the rest of a key's sequence may take on a slow line; Esc alone has no rest. */
  private static final long REST_NANOS = 50_000_000;

  private static final String CLEAR = "\r\u001b[J";
  private static final String CUT = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final Echo mode;
  private final InputStream in;
  private final OutputStream out;
  private final int rows;

  private TerminalKeys(Echo mode, InputStream in, OutputStream out, int rows) {
    this.mode = mode;
    this.in = in;
    this.out = out;
    this.rows = rows;
  }

  /** The keys of {@code terminal}; null where they cannot be read one by one. */
  static @Nullable TerminalKeys open(File terminal) {
    Echo mode = Echo.keys(terminal);
    if (mode == null) {
      return null;
    }
    try {
      InputStream in = new FileInputStream(terminal);
      return new TerminalKeys(mode, in, new FileOutputStream(terminal), Window.rows(terminal));
    } catch (IOException e) {
      mode.close();
      return null;
    }
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void draw(List<String> lines) {
    String first = VisibleText.line(lines.get(0));
    String all = lines.stream().map(VisibleText::line).collect(Collectors.joining("\n"));
    String back = lines.size() == 1 ? "" : "\u001b[" + (lines.size() - 1) + "A";
    write(CLEAR + CUT + all + back + "\r" + first + WRAP);
  }

  @Override
  public Terminal.Key next() {
    try {
      int typed = in.read();
      return switch (typed) {
        case -1, 'C' - 64, 'D' - 64, '\\' - 64 -> throw new Failure.Interrupted().exception();
        case '\r', '\n' -> key(Terminal.Key.Kind.ENTER);
        case '\b', DELETE -> key(Terminal.Key.Kind.ERASE);
        case 'U' - 64, 'W' - 64 -> key(Terminal.Key.Kind.ERASE_ALL);
        case 'N' - 64, '\t' -> key(Terminal.Key.Kind.DOWN);
        case 'P' - 64 -> key(Terminal.Key.Kind.UP);
        case ESCAPE -> key(sequence());
        default ->
            typed < ' '
                ? key(Terminal.Key.Kind.OTHER)
                : new Terminal.Key(Terminal.Key.Kind.TEXT, character(typed));
      };
    } catch (IOException e) {
      throw new Failure.Interrupted().exception(e);
    }
  }

  private static Terminal.Key key(Terminal.Key.Kind kind) {
    return new Terminal.Key(kind, "");
  }

  private String character(int first) throws IOException {
    int length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(first);
    for (int i = 1; i < length; i++) {
      bytes.write(in.read());
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The key whose sequence begins with Esc; Esc alone means that the person gives up. */
  private Terminal.Key.Kind sequence() throws IOException {
    if (!hasRest()) {
      throw new Failure.Interrupted().exception();
    }
    int kind = in.read();
    if (kind != '[' && kind != 'O') {
      return Terminal.Key.Kind.OTHER;
    }
    int parameter = 0;
    int next = in.read();
    while (next >= ' ' && next < '@') {
      parameter = next;
      next = in.read();
    }
    return switch (next) {
      case 'A' -> Terminal.Key.Kind.UP;
      case 'B' -> Terminal.Key.Kind.DOWN;
      case '~' ->
          parameter == '5'
              ? Terminal.Key.Kind.PAGE_UP
              : parameter == '6' ? Terminal.Key.Kind.PAGE_DOWN : Terminal.Key.Kind.OTHER;
      default -> Terminal.Key.Kind.OTHER;
    };
  }

  private boolean hasRest() throws IOException {
    long end = System.nanoTime() + REST_NANOS;
    while (in.available() == 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return in.available() > 0;
  }

  private void write(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Failure.Interrupted().exception(e);
    }
  }

  @Override
  public void close() {
    try (in;
        out) {
      write(CLEAR);
    } catch (IOException e) {
      // The terminal is gone.
    } finally {
      mode.close();
    }
  }
}
