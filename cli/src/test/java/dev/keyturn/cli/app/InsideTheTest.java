package dev.keyturn.cli.app;

import dev.keyturn.adapter.state.UserFolders;
import dev.keyturn.cli.adapter.answer.HotAnswers;
import dev.keyturn.cli.adapter.process.ChildProcesses;
import dev.keyturn.cli.adapter.terminal.StandardInput;
import dev.keyturn.cli.adapter.terminal.StandardStreams;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.Program;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The whole program inside the test, with everything of the world outside replaced. */
final class InsideTheTest implements Program {

  private final HeldClock clock;
  private final LocalClock shown;

  /** One that waits when it has to wait. */
  InsideTheTest(HeldClock clock) {
    this.clock = clock;
    this.shown = LocalClock.of(clock);
  }

  /** One that calls {@code pass} instead of waiting. */
  InsideTheTest(HeldClock clock, Consumer<Duration> pass) {
    this.clock = clock;
    this.shown = LocalClock.of(clock, pass);
  }

  @Override
  public Outcome run(Invocation call) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ScriptedTerminal terminal = new ScriptedTerminal(call.typed(), clock);
    OutputStream reader = call.readerGone() ? new Closed() : out;
    Host host = host(call, new StandardStreams(reader, err), terminal);
    int exit = new CommandLineRun(host).run(call.words().toArray(String[]::new));
    return new Outcome(
        exit,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8),
        terminal.screen());
  }

  /** A world without input and output. */
  Host host(Map<String, String> environment, Path home) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    return host(
        new Invocation(List.of(), environment, home, "", List.of(), false),
        new StandardStreams(nowhere, nowhere),
        new ScriptedTerminal(List.of(), clock));
  }

  /** The world of a call. */
  Host host(Invocation call, StandardStreams streams, Terminal terminal) {
    byte[] input = call.input().getBytes(StandardCharsets.UTF_8);
    return new Host(
        call.environment(),
        streams,
        new StandardInput(new ByteArrayInputStream(input)),
        terminal,
        new ChildProcesses(call.environment()),
        shown,
        SecureRandom::new,
        UserFolders.state(call.environment(), call.home()),
        call.home(),
        "",
        HotAnswers.notLeft(),
        "");
  }

  /** A pipe that nobody reads, in the words of Linux. */
  private static final class Closed extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
