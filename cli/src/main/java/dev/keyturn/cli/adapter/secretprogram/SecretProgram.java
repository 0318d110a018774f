package dev.keyturn.cli.adapter.secretprogram;

import dev.keyturn.domain.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a program that reads or writes secrets: by its standard streams, never by its arguments. */
final class SecretProgram {

  /** A person may have to answer a dialog of the program. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final int LARGEST = 64 << 10;

  private final Map<String, String> environment;
  private final Duration longest;

  /** Programs inherit {@code environment}. */
  SecretProgram(Map<String, String> environment) {
    this(environment, LONGEST);
  }

  SecretProgram(Map<String, String> environment, Duration longest) {
    this.environment = environment;
    this.longest = longest;
  }

  /**
   * How a program ended.
   *
   * @param status its exit status
   * @param output what it wrote to standard output
   * @param error what it wrote to standard error
   */
  record Ended(int status, String output, String error) {

    /** Its first word on what went wrong. */
    String problem() {
      return firstLine(error + "\n" + output);
    }

    /** The same of a program whose standard output is a secret. */
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
   * @param input what it reads from standard input
   * @throws IOException when it cannot be started, or does not end within two minutes
   */
  Ended run(List<String> command, String input) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      FutureTask<String> output = reading(process.getInputStream());
      FutureTask<String> error = reading(process.getErrorStream());
      write(process, input);
      long end = System.nanoTime() + longest.toNanos();
      String text = output.get(longest.toNanos(), TimeUnit.NANOSECONDS);
      String problems = error.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new TimeoutException();
      }
      return new Ended(process.exitValue(), text, problems);
    } catch (TimeoutException e) {
      throw new IOException("it did not end within " + longest.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** A program that ends without reading has closed the pipe. */
  private static void write(Process process, String input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Its exit status says why.
    }
  }

  private static FutureTask<String> reading(InputStream stream) {
    FutureTask<String> reading =
        new FutureTask<>(() -> new String(stream.readNBytes(LARGEST), StandardCharsets.UTF_8));
    Thread thread = new Thread(reading, "program output");
    thread.setDaemon(true);
    thread.start();
    return reading;
  }
}
