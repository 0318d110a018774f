package dev.keyturn.cli.app;

import dev.keyturn.adapter.awsfile.edit.AwsFileEdits;
import dev.keyturn.adapter.awsfile.edit.AwsFileRepairs;
import dev.keyturn.adapter.awsfile.edit.AwsFileUndo;
import dev.keyturn.adapter.awsfile.read.FileLocations;
import dev.keyturn.adapter.state.FileEditJournal;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.cli.command.config.ConfigDumpCommand;
import dev.keyturn.cli.command.config.ConfigGetCommand;
import dev.keyturn.cli.command.config.ConfigLintCommand;
import dev.keyturn.cli.command.config.ConfigSetCommand;
import dev.keyturn.cli.command.config.ConfigTarget;
import dev.keyturn.cli.command.config.ConfigUnsetCommand;
import dev.keyturn.cli.command.config.ConfigWhereCommand;
import dev.keyturn.cli.command.config.UndoCommand;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.edit.Settings;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.file.ProfileFiles;
import java.nio.file.FileSystems;

/** Wires the commands that read and change the AWS files by hand. */
final class EditCommands {

  private final Host host;
  private final ProfileFiles files;
  private final FileLocations places;
  private final EditJournal journal;
  private final Locks locks;

  EditCommands(Host host, ProfileFiles files, StateFolder state, Locks locks) {
    this.host = host;
    this.files = files;
    this.places =
        FileLocations.of(host.environment(), host.home().toString(), FileSystems.getDefault());
    this.journal = new FileEditJournal(state, FileSystems.getDefault(), locks, host.clock());
    this.locks = locks;
  }

  Command command(String name) {
    return switch (name) {
      case "config get" -> new ConfigGetCommand(target(), host.streams());
      case "config set" ->
          new ConfigSetCommand(target(), places, host.input(), host.terminal(), host.streams());
      case "config unset" -> new ConfigUnsetCommand(target());
      case "config dump" -> new ConfigDumpCommand(files, host.terminal(), host.streams());
      case "config where" -> new ConfigWhereCommand(host.environment(), places, host.streams());
      case "config lint" ->
          new ConfigLintCommand(new AwsFileRepairs(places, locks, journal), host.streams());
      case "undo" ->
          new UndoCommand(
              new AwsFileUndo(FileSystems.getDefault(), locks, journal),
              host.clock(),
              host.streams());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private ConfigTarget target() {
    Settings settings = new Settings(places, new AwsFileEdits(places, locks, journal));
    return new ConfigTarget(host.environment(), files, places, settings);
  }
}
