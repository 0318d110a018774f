package dev.keyturn.cli.app;

import dev.keyturn.adapter.awsfile.edit.AwsFileEdits;
import dev.keyturn.adapter.state.FileEditHistory;
import dev.keyturn.adapter.state.KeptBeginnings;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.cli.command.config.ConfigDumpCommand;
import dev.keyturn.cli.command.config.ConfigGetCommand;
import dev.keyturn.cli.command.config.ConfigLintCommand;
import dev.keyturn.cli.command.config.ConfigSetCommand;
import dev.keyturn.cli.command.config.ConfigUnsetCommand;
import dev.keyturn.cli.command.config.ConfigWhereCommand;
import dev.keyturn.cli.command.config.UndoCommand;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.file.ProfileFiles;
import java.nio.file.FileSystems;

/** Wires the commands that read and change the AWS files by hand. */
final class EditCommands {

  private final Host host;
  private final ProfileFiles files;
  private final FileEdits edits;

  EditCommands(Host host, ProfileFiles files, StateFolder state, Locks locks) {
    this.host = host;
    this.files = files;
    this.edits =
        new AwsFileEdits(
            host.environment(),
            host.home().toString(),
            FileSystems.getDefault(),
            locks,
            new FileEditHistory(state),
            new KeptBeginnings(state),
            host.clock());
  }

  Command command(String name) {
    return switch (name) {
      case "config get" -> new ConfigGetCommand(host.environment(), files, edits, host.streams());
      case "config set" ->
          new ConfigSetCommand(
              host.environment(), files, edits, host.input(), host.terminal(), host.streams());
      case "config unset" -> new ConfigUnsetCommand(host.environment(), files, edits);
      case "config dump" -> new ConfigDumpCommand(files, host.terminal(), host.streams());
      case "config where" -> new ConfigWhereCommand(host.environment(), edits, host.streams());
      case "config lint" -> new ConfigLintCommand(edits, host.streams());
      case "undo" -> new UndoCommand(edits, host.clock(), host.streams());
      default -> throw new IllegalArgumentException(name);
    };
  }
}
