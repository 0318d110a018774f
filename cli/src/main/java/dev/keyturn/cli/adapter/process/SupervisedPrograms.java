package dev.keyturn.cli.adapter.process;

import dev.keyturn.adapter.child.ProgramSearch;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Programs;
import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.domain.failure.Failure;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Runs a program as a child and waits for it, if no launcher can exec it. Signals to this process
 * are forwarded to the child, which decides whether and how it ends, and have no other effect until
 * this process exits with its status.
 */
public final class SupervisedPrograms implements Programs {

  private static final List<String> FORWARDED =
      List.of("HUP", "INT", "QUIT", "TERM", "USR1", "USR2", "ALRM", "WINCH", "CONT");

  /** A terminal sends these to all its foreground processes. */
  private static final Set<String> OF_TERMINALS = Set.of("INT", "QUIT", "WINCH");

  private final Map<String, String> environment;
  private final BooleanSupplier interrupted;
  private final Signals signals;
  private final CoreFileLimit limit;

  /**
   * Runs programs in a changed {@code environment}.
   *
   * @param interrupted whether a terminal sends its interrupts to this process, and so to the child
   *     itself; checked for each. An interrupt that another program sends to a foreground process
   *     cannot be distinguished from it
   * @param signals reports the signals sent to this process
   * @param limit the core file limit of the programs
   */
  public SupervisedPrograms(
      Map<String, String> environment,
      BooleanSupplier interrupted,
      Signals signals,
      CoreFileLimit limit) {
    this.environment = environment;
    this.interrupted = interrupted;
    this.signals = signals;
    this.limit = limit;
  }

  @Override
  public void require(String program) {
    ProgramSearch.require(program, environment);
  }

  @Override
  public int runShell(EnvironmentChange change) {
    return run(List.of(OwnShell.of(environment)), change);
  }

  @Override
  public int run(List<String> command, EnvironmentChange change) {
    ProcessBuilder builder = new ProcessBuilder(limit.of(words(command))).inheritIO();
    builder.environment().clear();
    builder.environment().putAll(change.of(environment));
    CompletableFuture<Process> child = new CompletableFuture<>();
    // Registered before it starts: signals that arrive in between are forwarded later. Not closed
    // when it has ended: Ctrl-C may end it before this process gets the same signal, whose exit
    // status would then replace the program's.
    Signals.Watch watch = signals.watch(FORWARDED, name -> forward(name, child.join()));
    try {
      Process started = builder.start();
      child.complete(started);
      return started.waitFor();
    } catch (IOException e) {
      watch.close();
      throw new Failure.NoProgram(command.get(0), true).exception(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }

  /** Uses {@code kill}, since {@link Process} can send only two signals. */
  private void forward(String name, Process child) {
    if (!child.isAlive() || (OF_TERMINALS.contains(name) && interrupted.getAsBoolean())) {
      return;
    }
    try {
      new ProcessBuilder("kill", "-s", name, Long.toString(child.pid()))
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // On Windows, the child receives console signals itself.
    }
  }

  /** Windows needs the full path; elsewhere a program gets its name as typed. */
  private List<String> words(List<String> command) {
    List<String> words = new ArrayList<>(command);
    if (File.separatorChar == '\\') {
      words.set(0, ProgramSearch.require(command.get(0), environment).getPath());
    }
    return words;
  }
}
