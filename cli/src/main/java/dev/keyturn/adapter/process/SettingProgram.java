package dev.keyturn.adapter.process;

import dev.keyturn.domain.failure.Failure;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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

  SettingProgram(String profile, String setting, String command) {
    this.profile = profile;
    this.setting = setting;
    this.command = command;
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
    Thread limit = Thread.ofPlatform().daemon().start(() -> endAfterLongest(process));
    try (InputStream out = process.getInputStream()) {
      process.getOutputStream().close();
      String text = new String(out.readNBytes(LARGEST_OUTPUT), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw failure("ended with exit status " + status).exception();
      }
      return text;
    } finally {
      process.destroy();
      limit.interrupt();
    }
  }

  private static void endAfterLongest(Process process) {
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      // It ended by itself.
    }
  }

  Failure failure(String what) {
    return new Failure.BadProfile(
        profile,
        setting + " of profile '" + profile + "' " + what,
        "run it yourself: keyturn config get profile." + profile + "." + setting);
  }
}
