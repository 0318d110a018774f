package dev.keyturn.cli.app;

import dev.keyturn.adapter.awsfile.edit.AwsFileEdits;
import dev.keyturn.adapter.awsfile.edit.AwsFileRepairs;
import dev.keyturn.adapter.awsfile.edit.AwsFileUndo;
import dev.keyturn.adapter.awsfile.read.FileLocations;
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
import dev.keyturn.cli.command.setup.Confirmation;
import dev.keyturn.cli.command.setup.MigrateCommand;
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.edit.Settings;
import dev.keyturn.domain.migration.Migrations;
import java.nio.file.FileSystems;
import java.util.List;

/** Commands that read and change the AWS files. */
final class FileCommands {

  static final List<Row> ROWS =
      List.of(
          new Row(
              "config get",
              Start.EDIT,
              "print one setting of the AWS files",
              w -> new ConfigGetCommand(target(w), w.streams())),
          new Row(
              "config set",
              Start.EDIT,
              "change one setting of the AWS files",
              FileCommands::configSet),
          new Row(
              "config unset",
              Start.EDIT,
              "remove one setting from the AWS files",
              w -> new ConfigUnsetCommand(target(w))),
          new Row(
              "config dump",
              Start.FULL,
              "print all that AWS tools read, with secrets masked",
              w -> new ConfigDumpCommand(w.files(), w.host().terminal(), w.streams())),
          new Row(
              "config where",
              Start.FULL,
              "show which files and which profile are in use",
              w -> new ConfigWhereCommand(w.environment(), w.places(), w.streams())),
          new Row(
              "config lint",
              Start.FULL,
              "find lines that AWS SDKs and the AWS CLI read differently",
              FileCommands::configLint),
          new Row(
              "migrate",
              Start.FULL,
              "move a profile to another way of working",
              FileCommands::migrate),
          new Row("undo", Start.FULL, "undo the last change of an AWS file", FileCommands::undo));

  private FileCommands() {}

  private static ConfigTarget target(Wiring wiring) {
    FileLocations places = wiring.places();
    Settings settings = new Settings(places, edits(wiring));
    return new ConfigTarget(wiring.environment(), wiring.files(), places, settings);
  }

  private static FileEdits edits(Wiring wiring) {
    return new AwsFileEdits(wiring.places(), wiring.locks(), wiring.journal());
  }

  private static Command migrate(Wiring wiring) {
    Host host = wiring.host();
    ProcessLine process = new ProcessLine(host.program(), host.isWindows());
    return new MigrateCommand(
        host.environment(),
        wiring.profiles(),
        new Migrations(wiring.files(), edits(wiring)),
        new MigrateCommand.Consent(new Confirmation(host.terminal()), process::of, host.streams()));
  }

  private static Command configSet(Wiring wiring) {
    Host host = wiring.host();
    return new ConfigSetCommand(
        target(wiring), wiring.places(), host.input(), host.terminal(), host.streams());
  }

  private static Command configLint(Wiring wiring) {
    return new ConfigLintCommand(
        new AwsFileRepairs(wiring.places(), wiring.locks(), wiring.journal()), wiring.streams());
  }

  private static Command undo(Wiring wiring) {
    return new UndoCommand(
        new AwsFileUndo(FileSystems.getDefault(), wiring.locks(), wiring.journal()),
        wiring.host().clock(),
        wiring.streams());
  }
}
