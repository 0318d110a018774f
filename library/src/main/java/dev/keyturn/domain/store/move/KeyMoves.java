package dev.keyturn.domain.store.move;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.edit.Edit;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.StoredSecret;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Moves long-term keys between the AWS files and stores.
 *
 * <p>A key is put in its new place and verified there before any file changes; the files name the
 * new place before the old one loses the key. If the process is killed in between, the key still
 * works, perhaps in two places, and both are recorded. Repeating the move finishes it; {@link
 * KeyInventory} shows copies that no file names.
 */
public final class KeyMoves {

  private final ProfileFiles files;
  private final SecretStores stores;
  private final KeyDeposit deposit;
  private final KeyCopies copies;
  private final EditJournal journal;
  private final UnaryOperator<String> processes;

  /**
   * Takes its collaborators.
   *
   * @param copies knows the stores that may have a copy
   * @param journal the journal of edits, which must forget lines that contain a key
   * @param processes the {@code credential_process} of a profile
   */
  public KeyMoves(
      ProfileFiles files,
      SecretStores stores,
      KeyCopies copies,
      EditJournal journal,
      UnaryOperator<String> processes) {
    this.files = files;
    this.stores = stores;
    this.deposit = new KeyDeposit(stores);
    this.copies = copies;
    this.journal = journal;
    this.processes = processes;
  }

  /**
   * The changes of {@code move} in a file, with {@code ****} instead of the secret.
   *
   * @throws FailureException {@code ProfileFailure.Bad} if AWS tools could no longer use the
   *     profile
   */
  public List<Change> changes(KeyMove move, FileKind kind) {
    AwsConfiguration now = files.read();
    check(now, move);
    return changes(now, move, kind, new AccessKey(move.accessKeyId(), Secret.of("****")));
  }

  /**
   * Moves the key.
   *
   * @throws FailureException {@code StoreFailure} when a store cannot be used, or does not give out
   *     the key; {@code FileFailure} when a file cannot be changed. The key then still works.
   */
  public void move(KeyMove move) {
    check(files.read(), move);
    AccessKey key = secret(move);
    UnfinishedMove begun = begin(move, move.from());
    forget(move, key);
    put(move, key);
    edit(move, key);
    forget(move, key);
    copies.settle(begun, move.to());
    made("store move", move, move.isFromFiles() || move.isToFiles());
  }

  /** Whether the key is in its new place. */
  public boolean isThere(KeyMove move) {
    return copies.isSame(move.from(), move.to());
  }

  /**
   * Finishes an interrupted move, for a key that is in its new place.
   *
   * @param move a move from this place to itself
   * @return the stores from which a copy of the key was removed; empty if nothing was interrupted
   * @throws FailureException as {@link #move}; no copy is removed if the new place does not have
   *     the key
   */
  public List<StorePlace> finish(KeyMove move) {
    UnfinishedMove begun = copies.find(move.item()).orElse(null);
    if (begun == null) {
      return List.of();
    }
    if (move.isToFiles()) {
      files.edit(FileKind.CONFIG, now -> stillNaming(now, move.section()));
    } else {
      stores.at(move.to()).get(move.item());
      edit(move, new AccessKey(move.accessKeyId(), Secret.of("****")));
    }
    return copies.settle(begun, move.to());
  }

  private static List<Change> stillNaming(AwsConfiguration now, String section) {
    boolean names = now.profile(section).filter(KeyLines::nameStore).isPresent();
    return names ? KeyLines.unnaming(now, section) : List.of();
  }

  /**
   * Adds a key that is not stored anywhere yet.
   *
   * @throws FailureException as {@link #move} and {@link #checkAdd}
   */
  public void add(KeyMove move, AccessKey key) {
    checkAdd(move);
    if (move.isToFiles()) {
      files.edit(FileKind.CREDENTIALS, now -> changes(now, move, FileKind.CREDENTIALS, key));
      made("store add", move, true);
      return;
    }
    UnfinishedMove begun = begin(move, move.to());
    put(move, key);
    files.edit(FileKind.CONFIG, now -> changes(now, move, FileKind.CONFIG, key));
    copies.settle(begun, move.to());
    made("store add", move, false);
  }

  /**
   * Checks that a key can be added, before a person types one.
   *
   * @throws FailureException {@code ProfileFailure.Bad} when the section has a key already, or when
   *     AWS tools would use other credentials; as {@link #checkPlace}
   */
  public void checkAdd(KeyMove move) {
    AwsConfiguration now = files.read();
    boolean hasKey = now.profile(move.section()).filter(KeyLines::haveKey).isPresent();
    if (hasKey) {
      throw new ProfileFailure.Bad(
              move.profile(),
              "profile '" + move.profile() + "' already has a long-term key",
              ShellCommand.of("keyturn", "store", "show", move.profile()))
          .exception();
    }
    check(now, move);
    checkPlace(move);
  }

  /**
   * Checks that the new place can be used, before a person is asked for anything.
   *
   * @throws FailureException {@code StoreFailure.Unavailable}
   */
  public void checkPlace(KeyMove move) {
    if (!move.isToFiles()) {
      deposit.check(move.to(), move.profile());
    }
  }

  /**
   * The secret, for a person who asked to see it.
   *
   * @throws FailureException {@code StoreFailure} when its store cannot be used, or does not give
   *     it out
   */
  public Secret secretOf(KeyMove move) {
    return secret(move).secret();
  }

  /**
   * Removes a key from its place, and its lines from the files.
   *
   * @throws FailureException as {@link #move}
   */
  public void remove(KeyMove move) {
    UnfinishedMove begun = copies.begin(move.item(), List.of(move.from()));
    if (move.isFromFiles()) {
      removeFromFiles(move);
    } else {
      files.edit(FileKind.CONFIG, current -> KeyLines.unnaming(current, move.section()));
    }
    copies.settle(begun, null);
    made("store remove", move, move.isFromFiles());
  }

  private void removeFromFiles(KeyMove move) {
    String secret = secret(move).secret().reveal(Reveal.STORE);
    String section = move.section();
    journal.forget(secret);
    files.edit(FileKind.CREDENTIALS, now -> KeyLines.removing(now, section, move.accessKeyId()));
    files.edit(
        FileKind.CONFIG, now -> KeyLines.removingFromConfig(now, section, move.accessKeyId()));
    journal.forget(secret);
  }

  private void edit(KeyMove move, AccessKey key) {
    // Writes the new lines first: between two edits, the files refer to the key twice, but never
    // not at all. For settings in both files, those in the config file take effect once they are
    // gone from the credentials file.
    List<FileKind> order =
        move.isToFiles()
            ? List.of(FileKind.CREDENTIALS, FileKind.CONFIG)
            : List.of(FileKind.CONFIG, FileKind.CREDENTIALS, FileKind.CONFIG);
    for (FileKind kind : order) {
      files.edit(kind, current -> changes(current, move, kind, key));
    }
  }

  /** A store reports when it is opened what it cannot do; then nothing needs to be recorded. */
  private UnfinishedMove begin(KeyMove move, StorePlace from) {
    if (!move.isToFiles()) {
      for (FileKind kind : FileKind.values()) {
        files.checkWritable(kind);
      }
      deposit.prepare(move.to());
    }
    return copies.begin(move.item(), List.of(from, move.to()));
  }

  private void put(KeyMove move, AccessKey key) {
    if (!move.isToFiles()) {
      deposit.put(move.to(), key);
    }
  }

  private AccessKey secret(KeyMove move) {
    if (move.isFromFiles()) {
      Section section = files.read().profile(move.section()).orElseThrow();
      return new AccessKey(
          move.accessKeyId(), Secret.of(section.value("aws_secret_access_key").orElseThrow()));
    }
    StoredSecret stored = stores.at(move.from()).get(move.item());
    Secret secret = stored.readable();
    if (secret == null) {
      throw new StoreFailure.Unavailable(
              move.from().kind().title(),
              move.accessKeyId() + " cannot be exported from it, so it cannot be moved",
              "create a new key there: "
                  + ShellCommand.of(
                      "keyturn", "keys", "rotate", move.profile(), "--to", move.to().text()))
          .exception();
    }
    return new AccessKey(move.accessKeyId(), secret);
  }

  private List<Change> changes(AwsConfiguration now, KeyMove move, FileKind kind, AccessKey key) {
    String section = move.section();
    if (move.isToFiles()) {
      return kind == FileKind.CREDENTIALS
          ? KeyLines.containing(section, key.id(), key.secret().reveal(Reveal.STORE))
          : KeyLines.unnaming(now, section);
    }
    if (kind == FileKind.CREDENTIALS) {
      return KeyLines.removing(now, section, move.accessKeyId());
    }
    String process = processes.apply(move.profile());
    List<Change> changes =
        new ArrayList<>(KeyLines.naming(now, section, move.to(), key.id(), process));
    changes.addAll(KeyLines.removingFromConfig(now, section, move.accessKeyId()));
    return changes;
  }

  /**
   * The undoable edits forget the secret both before and after it is removed from the files, so
   * that a process killed in between leaves no copy.
   */
  private void forget(KeyMove move, AccessKey key) {
    if (move.isFromFiles()) {
      journal.forget(key.secret().reveal(Reveal.STORE));
    }
  }

  private void made(String command, KeyMove move, boolean inFile) {
    journal.recordMade(Edit.ofKey(command, List.of(move.place(files.read(), inFile))));
  }

  private static void check(AwsConfiguration now, KeyMove move) {
    if (!move.isToFiles()) {
      SectionFitness.check(now, move.profile(), move.section());
    }
  }
}
