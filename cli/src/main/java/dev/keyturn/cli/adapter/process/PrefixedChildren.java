package dev.keyturn.cli.adapter.process;

import dev.keyturn.adapter.child.ProgramSearch;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.PrefixedPrograms;
import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.domain.failure.Failure;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Programs as children whose output is read line by line. They end when this process does. */
public final class PrefixedChildren implements PrefixedPrograms {

  private final Map<String, String> environment;
  private final Output output;
  private final CoreFileLimit limit;
  private final Signals signals;

  private final Set<Process> children = new HashSet<>();

  // Both guarded by children.
  private boolean hooked;
  private boolean ending;

  /**
   * Runs programs in a changed {@code environment} and under {@code limit}; their lines go to
   * {@code output}.
   */
  public PrefixedChildren(
      Map<String, String> environment, Output output, CoreFileLimit limit, Signals signals) {
    this.environment = environment;
    this.output = output;
    this.limit = limit;
    this.signals = signals;
  }

  @Override
  public void require(String program) {
    ProgramSearch.require(program, environment);
  }

  @Override
  public int run(List<String> command, EnvironmentChange change, String prefix) {
    ProcessBuilder builder = new ProcessBuilder(limit.of(command)).redirectInput(nothing());
    builder.environment().clear();
    builder.environment().putAll(change.of(environment));
    try {
      Process child = start(builder);
      Thread errors =
          new Thread(() -> pass(child.errorReader(StandardCharsets.UTF_8), prefix, this::error));
      errors.start();
      pass(child.inputReader(StandardCharsets.UTF_8), prefix, this::line);
      errors.join();
      int status = child.waitFor();
      ended(child);
      return status;
    } catch (IOException e) {
      throw new Failure.NoProgram(command.get(0), true).exception(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }

  /** No program is started while this process ends, because nothing would stop it. */
  private Process start(ProcessBuilder builder) throws IOException {
    synchronized (children) {
      if (ending) {
        throw new Failure.Interrupted().exception();
      }
      hook();
      Process child = builder.start();
      children.add(child);
      return child;
    }
  }

  private void hook() {
    if (!hooked) {
      signals.atEnd(this::end);
      hooked = true;
    }
  }

  private void ended(Process child) {
    synchronized (children) {
      children.remove(child);
    }
  }

  /**
   * Kills their descendants too: the working program is often the child of a shell. The shell is
   * killed first, or it would continue with its next command.
   */
  @Override
  public void end() {
    synchronized (children) {
      ending = true;
      for (Process child : children) {
        List<ProcessHandle> started = child.descendants().toList();
        child.destroy();
        started.forEach(ProcessHandle::destroy);
      }
    }
  }

  private static Redirect nothing() {
    return Redirect.from(new File(File.separatorChar == '\\' ? "NUL" : "/dev/null"));
  }

  private static void pass(BufferedReader from, String prefix, Consumer<String> to) {
    try (from) {
      for (String line = from.readLine(); line != null; line = from.readLine()) {
        to.accept(prefix + line);
      }
    } catch (IOException e) {
      // The program has ended; there is no more output.
    }
  }

  private synchronized void line(String text) {
    output.data(text + "\n");
  }

  private synchronized void error(String text) {
    output.error(text);
  }
}
