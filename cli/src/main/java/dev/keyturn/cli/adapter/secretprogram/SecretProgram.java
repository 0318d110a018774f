package dev.keyturn.cli.adapter.secretprogram;

import dev.keyturn.adapter.child.ProgramEnd;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Runs a program that reads or writes secrets through its standard streams, never in its arguments.
 */
final class SecretProgram {

  /** A person may have to answer a dialog of the program. */
  static final Duration LONGEST = Duration.ofMinutes(2);

  private static final int LARGEST = 64 << 10;

  private final Map<String, String> environment;
  private final Duration longest;

  /** Programs inherit {@code environment}, except the MFA code in it, which Keyturn uses itself. */
  SecretProgram(Map<String, String> environment) {
    this(environment, LONGEST);
  }

  SecretProgram(Map<String, String> environment, Duration longest) {
    Map<String, String> inherited = new HashMap<>(environment);
    inherited.remove(Variable.KEYTURN_MFA_CODE.name());
    this.environment = inherited;
    this.longest = longest;
  }

  /** A program did not end in time. */
  static final class Endless extends IOException {
    private static final long serialVersionUID = 1;

    private Endless(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * How a program ended.
   *
   * @param status its exit status
   * @param output its standard output
   * @param error its standard error
   */
  record Ended(int status, String output, String error) {

    /** The first line of its error message. */
    String problem() {
      return firstLine(error + "\n" + output);
    }

    /** The same for a program whose standard output is secret. */
    String complaint() {
      return firstLine(error);
    }

    private String firstLine(String text) {
      return text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .findFirst()
          .orElse("exit status " + status);
    }
  }

  /**
   * Runs {@code command}.
   *
   * @param input its standard input
   * @throws IOException when it cannot be started, does not end within two minutes, or writes more
   *     than 64 KiB to standard output
   */
  Ended run(List<String> command, String input) throws IOException {
    return run(command, input, line -> {});
  }

  /**
   * Runs {@code command}, as {@link #run(List, String)}.
   *
   * @param lines takes each line of standard error as soon as it is written
   */
  Ended run(List<String> command, String input, Consumer<String> lines) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    ProgramEnd end = new ProgramEnd(process);
    try {
      Ended ended = ended(process, input, lines);
      end.checkCtrlC(ended.status());
      return ended;
    } finally {
      end.now();
    }
  }

  private Ended ended(Process process, String input, Consumer<String> lines) throws IOException {
    try {
      FutureTask<String> output = reading(() -> text(process.getInputStream()));
      FutureTask<String> error = reading(() -> text(process.getErrorStream(), lines));
      write(process, input);
      long end = System.nanoTime() + longest.toNanos();
      String text = output.get(longest.toNanos(), TimeUnit.NANOSECONDS);
      String problems = error.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new TimeoutException();
      }
      return new Ended(process.exitValue(), text, problems);
    } catch (TimeoutException e) {
      throw new Endless("it did not end within " + longest.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException known ? known : new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }

  /** A program that ends without reading has closed the pipe. */
  private static void write(Process process, String input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Its exit status tells the reason.
    }
  }

  private static String text(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      // Not the text: it may begin with a secret.
      throw new IOException("it printed more than " + (LARGEST >> 10) + " KiB");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String text(InputStream stream, Consumer<String> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    Reader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    int line = 0;
    for (int next = reader.read(); next >= 0; next = reader.read()) {
      // What is beyond is read, so that the program can end, and not kept.
      if (text.length() < LARGEST) {
        text.append((char) next);
        if (next == '\n') {
          lines.accept(text.substring(line).stripTrailing());
          line = text.length();
        }
      }
    }
    if (line < text.length()) {
      lines.accept(text.substring(line).stripTrailing());
    }
    return text.toString();
  }

  private static FutureTask<String> reading(Callable<String> text) {
    FutureTask<String> reading = new FutureTask<>(text);
    Thread thread = new Thread(reading, "program output");
    thread.setDaemon(true);
    thread.start();
    return reading;
  }
}
