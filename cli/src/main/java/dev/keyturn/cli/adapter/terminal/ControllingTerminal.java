package dev.keyturn.cli.adapter.terminal;

import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.port.qr.QrCode;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.text.ShellCommand;
import dev.keyturn.domain.text.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The terminal that controls this process, {@code /dev/tty} or Windows's console, whatever the
 * standard streams are connected to.
 */
public final class ControllingTerminal implements Terminal {

  private static final int END_OF_TEXT = 3;
  private static final int FILE_SEPARATOR = 28;
  private static final List<String> CONTINUED = List.of("CONT");

  private final File in;
  private final File out;
  private final boolean windows;
  private final Signals signals;
  private final ProgressLine progress = new ProgressLine(this::write);
  private final AtomicBoolean goesAtEnd = new AtomicBoolean();

  /** The terminal of this process; {@code signals} reports when it continues after a stop. */
  public ControllingTerminal(Signals signals) {
    this.signals = signals;
    this.windows = File.separatorChar == '\\';
    this.in = new File(windows ? "CONIN$" : "/dev/tty");
    this.out = new File(windows ? "CONOUT$" : "/dev/tty");
  }

  @Override
  public boolean isPresent() {
    try (InputStream opened = new FileInputStream(in)) {
      return opened.available() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public int columns() {
    return windows ? Terminal.super.columns() : Stty.columns(in, Terminal.super.columns());
  }

  @Override
  public Signals.Watch keepMode() {
    return windows ? Terminal.super.keepMode() : KeptMode.of(in, signals);
  }

  @Override
  public void show(String line) {
    write(VisibleText.lines(line) + "\n");
  }

  @Override
  public String ask(String prompt) {
    try (ProgressLine.Pause _ = progress.pause();
        Echo echo = Echo.on(in, windows, signals);
        Signals.Watch _ = signals.watch(CONTINUED, _ -> askAgain(echo, prompt))) {
      write(VisibleText.line(prompt));
      return read();
    } catch (FailureException e) {
      // The line is not ended: nobody typed Enter.
      write("\n");
      throw e;
    }
  }

  @Override
  public String askSecret(String prompt) {
    try (ProgressLine.Pause _ = progress.pause();
        Echo echo = Echo.off(in, windows, signals);
        Signals.Watch _ = signals.watch(CONTINUED, _ -> askAgain(echo, prompt))) {
      write(VisibleText.line(prompt));
      return read();
    } finally {
      write("\n");
    }
  }

  private void askAgain(Echo echo, String prompt) {
    echo.again();
    write(VisibleText.line(prompt));
  }

  @Override
  public void countDown(String what, Duration wait) {
    long end = System.nanoTime() + wait.toNanos();
    try (ProgressLine.Pause _ = progress.pause();
        Echo _ = Echo.off(in, windows, signals)) {
      for (long left = wait.toSeconds(); left > 0; left = secondsUntil(end)) {
        write("\r" + what + " in " + left + " s ");
        Thread.sleep(Math.min(1_000, Math.max(1, (end - System.nanoTime()) / 1_000_000)));
      }
      write("\r" + " ".repeat(what.length() + 10) + "\r");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }

  @Override
  public void progress(String text) {
    if (!text.isEmpty()) {
      signals.quitEnds();
    }
    if (goesAtEnd.compareAndSet(false, true)) {
      // Ctrl-C ends the process at any point.
      signals.atEnd(() -> progress.show(""));
    }
    progress.show(text);
  }

  /** Windows's console displays neither these colours nor UTF-8 unless configured to. */
  @Override
  public boolean draw(List<String> lines, QrCode code) {
    String drawn = windows ? "" : HalfBlocks.of(code, Window.rows(in));
    if (drawn.isEmpty()) {
      return false;
    }
    lines.forEach(this::show);
    write(drawn);
    return true;
  }

  @Override
  public @Nullable Keys keys() {
    return windows ? null : TerminalKeys.open(in, signals);
  }

  private static long secondsUntil(long end) {
    return Math.ceilDiv(end - System.nanoTime(), 1_000_000_000L);
  }

  private void write(String text) {
    try (OutputStream opened = new FileOutputStream(out)) {
      opened.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw none(e);
    }
  }

  /** A line; the end of input, Ctrl-C and Ctrl-\ cancel. */
  private String read() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (InputStream opened = new FileInputStream(in)) {
      int next = opened.read();
      while (next >= 0 && next != '\n' && !givesUp(next)) {
        line.write(next);
        next = opened.read();
      }
      if (next < 0 || givesUp(next)) {
        throw new Failure.Interrupted().exception();
      }
      return line.toString(StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw none(e);
    }
  }

  private static boolean givesUp(int typed) {
    return typed == END_OF_TEXT || typed == FILE_SEPARATOR;
  }

  private static RuntimeException none(IOException e) {
    return new Failure.NoTerminal(
            "there is no terminal to ask on", "in a terminal: " + ShellCommand.AGAIN)
        .exception(e);
  }
}
