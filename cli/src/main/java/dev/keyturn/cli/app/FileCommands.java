package dev.keyturn.cli.app;

import dev.keyturn.adapter.awsfile.edit.AwsFileRepairs;
import dev.keyturn.adapter.awsfile.edit.AwsFileUndo;
import dev.keyturn.adapter.awsfile.read.FileLocations;
import dev.keyturn.cli.adapter.folder.DownloadFolder;
import dev.keyturn.cli.adapter.folder.NamedTextFiles;
import dev.keyturn.cli.adapter.process.OperatingSystemSignals;
import dev.keyturn.cli.command.config.ConfigDumpCommand;
import dev.keyturn.cli.command.config.ConfigGetCommand;
import dev.keyturn.cli.command.config.ConfigLintCommand;
import dev.keyturn.cli.command.config.ConfigSetCommand;
import dev.keyturn.cli.command.config.ConfigTarget;
import dev.keyturn.cli.command.config.ConfigUnsetCommand;
import dev.keyturn.cli.command.config.ConfigWhereCommand;
import dev.keyturn.cli.command.config.UndoCommand;
import dev.keyturn.cli.command.handover.ProcessLine;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.LastingEdits;
import dev.keyturn.cli.command.setup.MigrateCommand;
import dev.keyturn.cli.command.setup.Resumption;
import dev.keyturn.cli.command.setup.SetupAnswers;
import dev.keyturn.cli.command.setup.SetupCommand;
import dev.keyturn.cli.command.setup.SetupSteps;
import dev.keyturn.domain.edit.EditUndo;
import dev.keyturn.domain.edit.Settings;
import dev.keyturn.domain.migration.Migrations;
import dev.keyturn.domain.migration.NewProfile;
import dev.keyturn.domain.session.use.CallerLookup;
import java.nio.file.FileSystems;
import java.util.List;

/** Commands that read and change the AWS files. */
final class FileCommands {

  static final List<Row> ROWS =
      List.of(
          new Row(
              "config get",
              Start.PLAIN,
              "print one setting of the AWS files",
              w -> new ConfigGetCommand(target(w), w.streams())),
          new Row(
              "config set",
              Start.PLAIN,
              "change one setting of the AWS files",
              FileCommands::configSet),
          new Row(
              "config unset",
              Start.PLAIN,
              "remove one setting from the AWS files",
              w -> new ConfigUnsetCommand(target(w))),
          new Row(
              "config dump",
              Start.FULL,
              "print all settings that AWS tools read, secrets masked",
              w -> new ConfigDumpCommand(w.files(), w.host().terminal(), w.streams())),
          new Row(
              "config where",
              Start.FULL,
              "show which files and which profile are in use",
              w -> new ConfigWhereCommand(w.environment(), w.places(), w.streams())),
          new Row(
              "config lint",
              Start.FULL,
              "find lines that AWS tools interpret differently",
              FileCommands::configLint),
          new Row(
              "setup",
              Start.FULL,
              "set up a profile: keys, MFA device, first login",
              FileCommands::setup),
          new Row(
              "migrate",
              Start.FULL,
              "move a profile to another way of working",
              FileCommands::migrate),
          new Row("undo", Start.FULL, "undo the last change of an AWS file", FileCommands::undo));

  private FileCommands() {}

  private static ConfigTarget target(Wiring wiring) {
    FileLocations places = wiring.places();
    Settings settings = new Settings(places, wiring.edits());
    return new ConfigTarget(wiring.environment(), wiring.files(), places, settings);
  }

  private static Command setup(Wiring wiring) {
    Host host = wiring.host();
    OtherHome keyturn = new OtherHome(host);
    SetupSteps steps =
        new SetupSteps(
            host.environment(),
            (environment, words) -> keyturn.run(environment, host.home(), words),
            wiring.users(),
            DeviceCommands.devices(wiring),
            new CallerLookup(wiring.tokens(), wiring.profiles(), host.clock()));
    SetupAnswers answers =
        new SetupAnswers(
            host.terminal(), host.input(), new NamedTextFiles(), new DownloadFolder(host.home()));
    return new SetupCommand(
        host.environment(),
        wiring.files(),
        new SetupCommand.Wizard(
            answers,
            steps,
            consent(host),
            new Resumption(new OperatingSystemSignals(), host.streams())),
        new NewProfile(wiring.edits()),
        host.streams());
  }

  private static MigrateCommand.Consent consent(Host host) {
    ProcessLine process = new ProcessLine(host.program(), host.isWindows());
    return new MigrateCommand.Consent(
        new Confirmation(host.terminal()), process::of, host.streams());
  }

  private static Command migrate(Wiring wiring) {
    Host host = wiring.host();
    return new MigrateCommand(
        host.environment(),
        wiring.profiles(),
        new Migrations(wiring.files(), wiring.edits()),
        consent(host));
  }

  private static Command configSet(Wiring wiring) {
    Host host = wiring.host();
    return new ConfigSetCommand(
        target(wiring), wiring.places(), host.input(), host.terminal(), host.streams());
  }

  private static Command configLint(Wiring wiring) {
    return new ConfigLintCommand(
        new AwsFileRepairs(wiring.places(), wiring.locks(), wiring.journal()),
        new LastingEdits(edits(wiring)),
        wiring.streams());
  }

  /** The edits that were made, to undo them. */
  static EditUndo edits(Wiring wiring) {
    return new AwsFileUndo(FileSystems.getDefault(), wiring.locks(), wiring.journal());
  }

  private static Command undo(Wiring wiring) {
    return new UndoCommand(edits(wiring), wiring.host().clock(), wiring.streams());
  }
}
