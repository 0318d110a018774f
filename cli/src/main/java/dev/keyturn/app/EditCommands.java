package dev.keyturn.app;

import dev.keyturn.adapter.awsfile.AwsFileEdits;
import dev.keyturn.adapter.state.KeptBeginnings;
import dev.keyturn.adapter.state.KeptEdits;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.command.Command;
import dev.keyturn.command.ConfigDumpCommand;
import dev.keyturn.command.ConfigGetCommand;
import dev.keyturn.command.ConfigLintCommand;
import dev.keyturn.command.ConfigSetCommand;
import dev.keyturn.command.ConfigUnsetCommand;
import dev.keyturn.command.ConfigWhereCommand;
import dev.keyturn.command.UndoCommand;
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.ProfileFiles;
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
            new KeptEdits(state),
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
