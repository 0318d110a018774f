package dev.keyturn.cli.app;

import dev.keyturn.adapter.state.MoveRecords;
import dev.keyturn.adapter.state.RotationRecords;
import dev.keyturn.cli.command.handover.ProcessLine;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.PlannedEdits;
import dev.keyturn.cli.command.store.ChangePassphraseCommand;
import dev.keyturn.cli.command.store.DecryptSessionsCommand;
import dev.keyturn.cli.command.store.EncryptSessionsCommand;
import dev.keyturn.cli.command.store.MoveReport;
import dev.keyturn.cli.command.store.Places;
import dev.keyturn.cli.command.store.ProfileKey;
import dev.keyturn.cli.command.store.StoreAddCommand;
import dev.keyturn.cli.command.store.StoreAddSeedCommand;
import dev.keyturn.cli.command.store.StoreListCommand;
import dev.keyturn.cli.command.store.StoreLockCommand;
import dev.keyturn.cli.command.store.StoreMoveCommand;
import dev.keyturn.cli.command.store.StoreRemoveCommand;
import dev.keyturn.cli.command.store.StoreRemoveSeedCommand;
import dev.keyturn.cli.command.store.StoreShowCommand;
import dev.keyturn.cli.command.store.StoreStatusCommand;
import dev.keyturn.cli.command.store.StoreUnlockCommand;
import dev.keyturn.domain.iam.key.KeyPlaces;
import dev.keyturn.domain.iam.key.RotationLeftovers;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.store.move.KeyCopies;
import dev.keyturn.domain.store.move.KeyInventory;
import dev.keyturn.domain.store.move.KeyInventory.Inventory;
import dev.keyturn.domain.store.move.KeyMoves;
import dev.keyturn.domain.store.move.SeedDeposit;
import java.util.List;
import java.util.stream.Stream;

/** Commands for long-term keys in other places than the AWS files. */
final class StoreCommands {

  static final List<Row> ROWS =
      List.of(
          new Row(
              "store list",
              Start.FULL,
              "list long-term keys and where they are",
              w -> new StoreListCommand(() -> listed(w), w.encryption(), w.streams())),
          new Row("store show", Start.FULL, "show where a profile's key is", StoreCommands::show),
          new Row("store add", Start.FULL, "put a new key in a place", StoreCommands::add),
          new Row(
              "store move",
              Start.FULL,
              "move a key to the keychain, an encrypted file or a token",
              StoreCommands::move),
          new Row("store remove", Start.FULL, "remove a key from its place", StoreCommands::remove),
          new Row(
              "store add-seed",
              Start.FULL,
              "keep the secret key of an MFA device in a place",
              StoreCommands::addSeed),
          new Row(
              "store remove-seed",
              Start.FULL,
              "remove the secret key of an MFA device from its place",
              w ->
                  new StoreRemoveSeedCommand(
                      key(w), seeds(w), new Confirmation(w.host().terminal()), w.streams())),
          new Row(
              "store unlock",
              Start.FULL,
              "unlock a place for the commands that follow",
              w -> new StoreUnlockCommand(new Places(w.stores()), w.streams())),
          new Row(
              "store lock",
              Start.FULL,
              "lock a place at once",
              w -> new StoreLockCommand(new Places(w.stores()), w.streams())),
          new Row(
              "store change-passphrase",
              Start.FULL,
              "change the passphrase of an encrypted file",
              w -> new ChangePassphraseCommand(new Places(w.stores()), w.streams())),
          new Row(
              "store encrypt-sessions",
              Start.FULL,
              "encrypt kept sessions with a key in a place",
              w -> new EncryptSessionsCommand(w.encryption(), w.environment(), w.streams())),
          new Row(
              "store decrypt-sessions",
              Start.FULL,
              "stop encrypting kept sessions",
              w -> new DecryptSessionsCommand(w.encryption(), w.streams())),
          new Row(
              "store status",
              Start.FULL,
              "show which places are open, locked or unavailable",
              w -> new StoreStatusCommand(w.files(), inventory(w), w.encryption(), w.streams())));

  private StoreCommands() {}

  private static Command show(Wiring wiring) {
    return new StoreShowCommand(key(wiring), moves(wiring), wiring.streams());
  }

  private static Command add(Wiring wiring) {
    Host host = wiring.host();
    return new StoreAddCommand(
        key(wiring), moves(wiring), host.input(), host.terminal(), report(wiring));
  }

  private static Command move(Wiring wiring) {
    return new StoreMoveCommand(
        key(wiring),
        moves(wiring),
        new Confirmation(wiring.host().terminal()),
        report(wiring),
        wiring.streams());
  }

  private static Command remove(Wiring wiring) {
    return new StoreRemoveCommand(
        key(wiring),
        moves(wiring),
        copies(wiring),
        new Confirmation(wiring.host().terminal()),
        wiring.streams());
  }

  private static Command addSeed(Wiring wiring) {
    Host host = wiring.host();
    return new StoreAddSeedCommand(
        key(wiring), seeds(wiring), host.input(), host.terminal(), wiring.streams());
  }

  static SeedDeposit seeds(Wiring wiring) {
    return new SeedDeposit(wiring.files(), wiring.stores(), copies(wiring), wiring.journal());
  }

  private static ProfileKey key(Wiring wiring) {
    return new ProfileKey(wiring.environment(), wiring.profiles());
  }

  private static MoveReport report(Wiring wiring) {
    PlannedEdits lines = new PlannedEdits(wiring.files(), wiring.streams());
    return new MoveReport(lines, moves(wiring), wiring.streams());
  }

  private static KeyMoves moves(Wiring wiring) {
    Host host = wiring.host();
    ProcessLine process = new ProcessLine(host.program(), host.isWindows());
    return new KeyMoves(
        wiring.files(), wiring.stores(), copies(wiring), wiring.journal(), process::of);
  }

  private static KeyCopies copies(Wiring wiring) {
    return new KeyCopies(wiring.files(), wiring.stores(), new MoveRecords(wiring.state()));
  }

  /** The inventory of all places, without opening a store. */
  static Inventory listed(Wiring wiring) {
    AwsConfiguration files = wiring.files().read();
    return inventory(wiring).of(files, key(wiring).all(files));
  }

  private static KeyInventory inventory(Wiring wiring) {
    RotationLeftovers rotations =
        new RotationLeftovers(new RotationRecords(wiring.state()), new KeyPlaces(wiring.files()));
    KeyCopies copies = copies(wiring);
    return new KeyInventory(
        wiring.stores(),
        () -> Stream.concat(copies.left().stream(), rotations.left().stream()).toList());
  }
}
