package dev.keyturn.cli.adapter.terminal;

import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.text.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a terminal with ECMA-48 control sequences, which all terminals support. Source of the
 * keys: <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">XTerm Control
 * Sequences</a>, "PC-Style Function Keys".
 */
final class TerminalKeys implements Terminal.Keys {

  private static final int ESCAPE = 27;
  private static final int DELETE = 127;

  /** How long the rest of a key's sequence may take on a slow line; the Esc key has no rest. */
  private static final long REST_NANOS = 50_000_000;

  /** It continues after a stop, or its window size has changed. */
  private static final List<String> CHANGES = List.of("CONT", "WINCH");

  private static final String CUT = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final File terminal;
  private final Echo mode;
  private final PushbackInputStream in;
  private final OutputStream out;
  private final Signals.Watch changes;
  private volatile int rows;
  private String drawn = "";
  private boolean closed;

  private TerminalKeys(
      File terminal, Echo mode, PushbackInputStream in, OutputStream out, Signals signals) {
    this.terminal = terminal;
    this.mode = mode;
    this.in = in;
    this.out = out;
    this.rows = Window.rows(terminal);
    this.changes = signals.watch(CHANGES, this::changed);
  }

  /**
   * The keys of {@code terminal}; null if they cannot be read one by one.
   *
   * @param signals reports its changes
   */
  static @Nullable TerminalKeys open(File terminal, Signals signals) {
    Echo mode = Echo.keys(terminal, signals);
    if (mode == null) {
      return null;
    }
    try {
      PushbackInputStream in = new PushbackInputStream(new FileInputStream(terminal));
      return new TerminalKeys(terminal, mode, in, new FileOutputStream(terminal), signals);
    } catch (IOException e) {
      mode.close();
      return null;
    }
  }

  /** A shell sets its own mode while this process is stopped, and writes over what is drawn. */
  private synchronized void changed(String signal) {
    if (closed) {
      return;
    }
    rows = Window.rows(terminal);
    if (signal.equals("CONT")) {
      mode.again();
      write(drawn);
    }
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public synchronized void draw(List<String> lines) {
    String first = VisibleText.line(lines.get(0));
    String all = lines.stream().map(VisibleText::line).collect(Collectors.joining("\n"));
    String back = lines.size() == 1 ? "" : "\u001b[" + (lines.size() - 1) + "A";
    drawn = Echo.CLEAR + CUT + all + back + "\r" + first + WRAP;
    write(drawn);
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

  /** A UTF-8 character; a terminal with another encoding sends no continuation bytes. */
  private String character(int first) throws IOException {
    int length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(first);
    while (bytes.size() < length && hasRest()) {
      int next = in.read();
      if ((next & 0xc0) != 0x80) {
        in.unread(next);
        break;
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The key whose sequence begins with Esc; Esc alone cancels. */
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
  public synchronized void close() {
    closed = true;
    changes.close();
    try (in;
        out) {
      write(Echo.CLEAR);
    } catch (IOException e) {
      // The terminal is gone.
    } finally {
      mode.close();
    }
  }
}
