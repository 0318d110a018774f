package dev.keyturn.adapter.program;

import dev.keyturn.adapter.child.ProgramEnd;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.plan.ProgramOutput;
import dev.keyturn.domain.profile.plan.SettingProgram;
import dev.keyturn.domain.text.CommandWords;
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
 * Runs programs without a shell, passes their standard error through and captures their standard
 * output. Thread-safe.
 */
public final class SettingPrograms implements ProgramOutput {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Variable CHAIN = Variable.KEYTURN_PROFILE_CHAIN;

  /** Keyturn uses the code itself; AWS would refuse it to a program that used it again. */
  private static final Variable CODE = Variable.KEYTURN_MFA_CODE;

  /** No answer of such a program comes near this size. */
  private static final int LARGEST_OUTPUT = 64 * 1024;

  private final Map<String, String> environment;
  private final List<String> files;
  private final Duration longest;

  /**
   * Programs inherit {@code environment}, but not the MFA code in it.
   *
   * @param files the absolute paths of the AWS files that name them
   */
  public SettingPrograms(Map<String, String> environment, List<String> files) {
    this(environment, files, LONGEST);
  }

  /** With another limit. */
  SettingPrograms(Map<String, String> environment, List<String> files, Duration longest) {
    this.environment = environment;
    this.files = files;
    this.longest = longest;
  }

  @Override
  public void checkNotWithin(String profile) {
    chain().check(profile);
  }

  private ProgramChain chain() {
    return ProgramChain.of(environment, files);
  }

  /**
   * The words that run {@code program} by the system's shell, as the AWS SDK does, with the profile
   * it is run for in its environment.
   */
  public List<String> inShell(SettingProgram program) {
    String chain = CHAIN + "=" + chain().with(program.profile());
    return File.separatorChar == '\\'
        ? List.of("cmd.exe", "/C", "set " + CODE + "=& set " + chain + "&& " + program.command())
        : List.of(
            "sh",
            "-c",
            "unset " + CODE + "; " + chain + "; export " + CHAIN + "; " + program.command());
  }

  @Override
  public String of(SettingProgram program, Map<String, String> more) {
    ProcessBuilder builder = new ProcessBuilder(words(program));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().remove(CODE.name());
    builder.environment().put(CHAIN.name(), chain().with(program.profile()));
    builder.environment().putAll(more);
    try {
      return output(program, builder.start());
    } catch (IOException e) {
      throw program.failure("cannot be run").exception(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }

  private static List<String> words(SettingProgram program) {
    try {
      List<String> words = CommandWords.split(program.command(), File.separatorChar == '\\');
      if (words.isEmpty()) {
        throw program.failure("is empty").exception();
      }
      return words;
    } catch (IllegalArgumentException e) {
      throw program.failure("cannot be split into words: " + e.getMessage()).exception(e);
    }
  }

  private String output(SettingProgram program, Process process)
      throws IOException, InterruptedException {
    ProgramEnd end = new ProgramEnd(process);
    long limit = System.nanoTime() + longest.toNanos();
    FutureTask<String> reading = new FutureTask<>(() -> text(process.getInputStream()));
    try {
      process.getOutputStream().close();
      // A descendant may keep the pipe open indefinitely, so the reader thread is not waited for.
      Thread reader = new Thread(reading, "program output");
      reader.setDaemon(true);
      reader.start();
      String text = reading.get(longest.toNanos(), TimeUnit.NANOSECONDS);
      if (!process.waitFor(limit - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw tooLong(program).exception();
      }
      end.checkCtrlC(process.exitValue());
      if (process.exitValue() != 0) {
        throw program.failure("ended with exit status " + process.exitValue()).exception();
      }
      return text;
    } catch (TimeoutException e) {
      throw tooLong(program).exception(e);
    } catch (ExecutionException e) {
      throw new IOException(e);
    } finally {
      end.now();
    }
  }

  private static String text(InputStream stream) throws IOException {
    try (stream) {
      return new String(stream.readNBytes(LARGEST_OUTPUT), StandardCharsets.UTF_8);
    }
  }

  private Failure tooLong(SettingProgram program) {
    return program.failure("did not end within " + longest.toSeconds() + " s");
  }
}
