package dev.keyturn.cli.app;

import dev.keyturn.cli.adapter.folder.TemporaryFolder;
import dev.keyturn.cli.adapter.page.ErrorPageFiles;
import dev.keyturn.cli.adapter.shell.HookTemplates;
import dev.keyturn.cli.command.help.CompletionCommand;
import dev.keyturn.cli.command.help.ErrorPages;
import dev.keyturn.cli.command.help.HelpCommand;
import dev.keyturn.cli.command.help.VersionCommand;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.sandbox.DemoCommand;
import dev.keyturn.cli.command.sandbox.DemoStage;
import dev.keyturn.cli.command.sandbox.SandboxCommand;
import java.util.List;

/** Commands that help, and a local AWS to try the others on. */
final class HelpCommands {

  static final List<Row> ROWS =
      List.of(
          new Row("demo", Start.FULL, "take a guided tour on a local AWS", HelpCommands::demo),
          new Row(
              "sandbox",
              Start.FULL,
              "run a local AWS for trying and testing",
              w -> new SandboxCommand(w.environment(), w.host().children())),
          new Row(
              "help",
              Start.FULL,
              "show the help of a command, or of a failure",
              w ->
                  new HelpCommand(
                      () -> Commands.pages(w), new ErrorPages(ErrorPageFiles::of), w.streams())),
          new Row(
              "version",
              Start.FULL,
              "print the version",
              w -> new VersionCommand(Version.text(), w.streams())),
          new Row(
              "completion",
              Start.FULL,
              "print the completion script for your shell",
              w ->
                  new CompletionCommand(
                      new HookTemplates(), () -> Commands.pages(w), w.streams())));

  private HelpCommands() {}

  private static Command demo(Wiring wiring) {
    Host host = wiring.host();
    DemoStage stage =
        new DemoStage(
            host.environment(), host.children(), new OtherHome(host), TemporaryFolder::create);
    return new DemoCommand(stage, host.terminal(), host.clock(), host.streams());
  }
}
