package dev.keyturn.cli.app;

import dev.keyturn.cli.adapter.folder.TemporaryFolder;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.sandbox.DemoCommand;
import dev.keyturn.cli.command.sandbox.SandboxCommand;
import java.util.List;

/** Commands that help, and a local AWS to try the others on. */
final class HelpCommands {

  static final List<Row> ROWS =
      List.of(
          new Row("demo", Start.NETWORK, "take a guided tour on a local AWS", HelpCommands::demo),
          new Row(
              "sandbox",
              Start.LOCAL,
              "run a local AWS for trying and testing",
              w -> new SandboxCommand(w.environment(), w.host().children())));

  private HelpCommands() {}

  private static Command demo(Wiring wiring) {
    Host host = wiring.host();
    return new DemoCommand(
        host.environment(),
        host.children(),
        new OtherHome(host),
        TemporaryFolder::create,
        host.terminal(),
        host.clock(),
        host.streams());
  }
}
