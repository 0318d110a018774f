package dev.keyturn.adapter.process;

import dev.keyturn.domain.failure.Failure;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a program that a setting of a profile names, such as {@code credential_process}: without a
 * shell, standard error shown, standard output taken, for a minute at most.
 */
final class SettingProgram {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** No answer of such a program comes near this size. */
  private static final int LARGEST_OUTPUT = 64 * 1024;

  private final String profile;
  private final String setting;
  private final String command;
  private final Duration longest;

  SettingProgram(String profile, String setting, String command) {
    this(profile, setting, command, LONGEST);
  }

  /** With another limit. */
  SettingProgram(String profile, String setting, String command, Duration longest) {
    this.profile = profile;
    this.setting = setting;
    this.command = command;
    this.longest = longest;
  }

  /** What it writes to standard output. */
  String run(Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(words());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return output(builder.start());
    } catch (IOException e) {
      throw failure("cannot be run").exception(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }

  private List<String> words() {
    try {
      List<String> words = CommandWords.split(command, File.separatorChar == '\\');
      if (words.isEmpty()) {
        throw failure("is empty").exception();
      }
      return words;
    } catch (IllegalArgumentException e) {
      throw failure("cannot be split into words: " + e.getMessage()).exception(e);
    }
  }

  private String output(Process process) throws IOException, InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    FutureTask<String> reading = new FutureTask<>(() -> text(process.getInputStream()));
    try {
      process.getOutputStream().close();
      // A descendant may hold the pipe open for as long as it likes: nobody can wait for the
      // reader.
      Thread.ofPlatform().daemon().start(reading);
      String text = reading.get(longest.toNanos(), TimeUnit.NANOSECONDS);
      if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw tooLong().exception();
      }
      if (process.exitValue() != 0) {
        throw failure("ended with exit status " + process.exitValue()).exception();
      }
      return text;
    } catch (TimeoutException e) {
      throw tooLong().exception(e);
    } catch (ExecutionException e) {
      throw new IOException(e);
    } finally {
      end(process);
    }
  }

  private static String text(InputStream stream) throws IOException {
    try (stream) {
      return new String(stream.readNBytes(LARGEST_OUTPUT), StandardCharsets.UTF_8);
    }
  }

  /** With all that it started: a program that hangs is often the child of a shell. */
  private static void end(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Failure tooLong() {
    return failure("did not end within " + longest.toSeconds() + " s");
  }

  Failure failure(String what) {
    return new Failure.BadProfile(
        profile,
        setting + " of profile '" + profile + "' " + what,
        "see the command: keyturn config get profile." + profile + "." + setting);
  }
}
