package dev.keyturn.cli.app;

import dev.keyturn.adapter.state.RevocationRecords;
import dev.keyturn.adapter.state.RotationRecords;
import dev.keyturn.cli.adapter.folder.NamedTextFiles;
import dev.keyturn.cli.command.handover.ProcessLine;
import dev.keyturn.cli.command.keys.ImportCommand;
import dev.keyturn.cli.command.keys.KeyReport;
import dev.keyturn.cli.command.keys.KeysActivateCommand;
import dev.keyturn.cli.command.keys.KeysDeactivateCommand;
import dev.keyturn.cli.command.keys.KeysDeleteCommand;
import dev.keyturn.cli.command.keys.KeysListCommand;
import dev.keyturn.cli.command.keys.KeysRotateCommand;
import dev.keyturn.cli.command.keys.RevocationReport;
import dev.keyturn.cli.command.keys.RevokeCommand;
import dev.keyturn.cli.command.keys.RotationConsent;
import dev.keyturn.cli.command.keys.RotationReport;
import dev.keyturn.cli.command.keys.TerminalRotation;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.PlannedEdits;
import dev.keyturn.domain.iam.InlinePolicyService;
import dev.keyturn.domain.iam.csv.KeyImport;
import dev.keyturn.domain.iam.key.KeyChanges;
import dev.keyturn.domain.iam.key.KeyCreation;
import dev.keyturn.domain.iam.key.KeyExchange;
import dev.keyturn.domain.iam.key.KeyList;
import dev.keyturn.domain.iam.key.KeyPlaces;
import dev.keyturn.domain.iam.key.KeyReplacement;
import dev.keyturn.domain.iam.key.KeyRetirement;
import dev.keyturn.domain.iam.key.KeyRotation;
import dev.keyturn.domain.iam.key.Propagation;
import dev.keyturn.domain.iam.key.SessionTransfer;
import dev.keyturn.domain.iam.revocation.RevocationPolicy;
import dev.keyturn.domain.iam.revocation.RevocationProof;
import dev.keyturn.domain.iam.revocation.SessionRevocation;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.store.move.KeyDeposit;
import java.util.List;

/** Commands about the access keys of a user, and the revocation of their sessions. */
final class KeyCommands {

  static final List<Row> ROWS =
      List.of(
          new Row(
              "import",
              Start.FULL,
              "write the access keys of a CSV file to profiles",
              w ->
                  new ImportCommand(
                      new NamedTextFiles(), new KeyImport(w.files(), w.edits()), w.streams())),
          new Row("keys list", Start.FULL, "list the access keys of a user", KeyCommands::list),
          new Row("keys rotate", Start.FULL, "replace an access key", KeyCommands::rotate),
          new Row(
              "keys activate",
              Start.FULL,
              "activate an access key again",
              w -> new KeysActivateCommand(w.users(), changes(w), w.streams())),
          new Row(
              "keys deactivate",
              Start.FULL,
              "deactivate an access key",
              w -> new KeysDeactivateCommand(w.users(), changes(w), w.streams())),
          new Row(
              "keys delete",
              Start.FULL,
              "delete an access key",
              w -> new KeysDeleteCommand(w.users(), changes(w), w.streams())),
          new Row(
              "revoke", Start.FULL, "end sessions at AWS before they expire", KeyCommands::revoke));

  private KeyCommands() {}

  private static Command list(Wiring wiring) {
    KeyList keys = new KeyList(wiring.iam(), places(wiring), journal(wiring));
    KeyReport report = new KeyReport(wiring.streams(), wiring.host().clock());
    return new KeysListCommand(
        wiring.environment(), wiring.users(), keys, revocation(wiring), report);
  }

  private static KeyPlaces places(Wiring wiring) {
    return new KeyPlaces(wiring.files());
  }

  private static RotationRecords journal(Wiring wiring) {
    return new RotationRecords(wiring.state());
  }

  private static KeyChanges changes(Wiring wiring) {
    return new KeyChanges(wiring.iam(), places(wiring));
  }

  private static Command rotate(Wiring wiring) {
    return new KeysRotateCommand(
        wiring.environment(),
        wiring.users(),
        rotation(wiring),
        new RotationConsent(
            new PlannedEdits(wiring.files(), wiring.streams()),
            new Confirmation(wiring.host().terminal())),
        new RotationReport(wiring.streams()));
  }

  private static KeyRotation rotation(Wiring wiring) {
    Host host = wiring.host();
    TerminalRotation dialog = new TerminalRotation(host.terminal(), host.clock());
    KeyDeposit deposit = new KeyDeposit(wiring.stores());
    ProcessLine process = new ProcessLine(host.program(), host.isWindows());
    return new KeyRotation(
        places(wiring),
        new KeyCreation(
            wiring.iam(), deposit, journal(wiring), dialog, host.clock(), host.streams()::note),
        new Propagation(wiring.tokens(), wiring.iam(), host.clock(), host.clock()::pause),
        new KeyReplacement(
            new KeyExchange(wiring.files(), process::of),
            deposit,
            new SessionTransfer(wiring.store(), wiring.memory()),
            wiring.journal()),
        new KeyRetirement(wiring.iam(), dialog, host.clock()::pause),
        journal(wiring),
        wiring.locks(),
        dialog,
        host.streams()::note);
  }

  private static Command revoke(Wiring wiring) {
    Host host = wiring.host();
    return new RevokeCommand(
        host.environment(),
        wiring.users(),
        revocation(wiring),
        new Confirmation(host.terminal(), host.streams()),
        new RevocationReport(host.streams(), host.clock()));
  }

  private static SessionRevocation revocation(Wiring wiring) {
    Host host = wiring.host();
    ProfileCredentials profiles = wiring.profiles();
    InlinePolicyService policies = wiring.inlinePolicies();
    RevocationRecords journal = new RevocationRecords(wiring.state());
    return new SessionRevocation(
        profiles,
        new RevocationPolicy(profiles, policies, wiring.awsTokens(), journal, host.clock()::pause),
        wiring.iam(),
        new RevocationProof(profiles, policies, host.clock()::pause),
        journal,
        host.clock());
  }
}
