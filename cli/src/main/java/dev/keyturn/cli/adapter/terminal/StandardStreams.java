package dev.keyturn.cli.adapter.terminal;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.domain.text.VisibleText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Standard output and error, always UTF-8. The first write error is remembered rather than thrown:
 * a command finishes its work and the process then exits with the right status.
 */
public final class StandardStreams implements Output {

  /** Larger texts are not worth caching. */
  private static final int REMEMBERED = 8_000;

  private final OutputStream out;
  private final OutputStream err;
  private final BooleanSupplier terminal;
  private final StringBuilder printed = new StringBuilder();
  private final StringBuilder said = new StringBuilder();
  private @Nullable IOException failure;

  /** Writes to these streams, which are not a terminal. */
  public StandardStreams(OutputStream out, OutputStream err) {
    this(out, err, () -> false);
  }

  private StandardStreams(OutputStream out, OutputStream err, BooleanSupplier terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** The streams of this process. */
  public static StandardStreams ofProcess() {
    return new StandardStreams(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        StandardDevice.OUTPUT::isTerminal);
  }

  @Override
  public synchronized void data(String text) {
    if (printed.length() <= REMEMBERED) {
      printed.append(text);
    }
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
    }
  }

  @Override
  public synchronized void error(String text) {
    String line = VisibleText.lines(text) + "\n";
    if (said.length() <= REMEMBERED) {
      said.append(line);
    }
    try {
      err.write(line.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // There is no other place to report it.
    }
  }

  @Override
  public synchronized boolean isClosed() {
    return failure != null;
  }

  @Override
  public boolean isTerminal() {
    return terminal.getAsBoolean();
  }

  /** The result, or its beginning if it is long; may be secret. */
  public synchronized String printed() {
    return printed.toString();
  }

  /** What was written to standard error, or its beginning if it is long. */
  public synchronized String said() {
    return said.toString();
  }

  /** Why the result could not be written; null when it could. */
  public synchronized @Nullable IOException failure() {
    return failure;
  }
}
