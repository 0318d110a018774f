package dev.keyturn.adapter.state;

import dev.keyturn.adapter.file.Checksum;
import dev.keyturn.adapter.file.FileReads;
import dev.keyturn.adapter.file.PrivateFiles;
import dev.keyturn.adapter.file.PrivateFiles.Durability;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * A folder of small records, each a text file that only its owner can read, see {@link RecordText}.
 * A record is replaced as a whole: a reader sees the old or the new one. One that cannot be read
 * counts as missing, and so does a file whose name begins with a dot. A folder into which all users
 * may put files is neither read nor written. Thread-safe.
 */
public final class StateFolder implements Records {

  /** No write takes this long: an older temporary file was left by a killed process. */
  private static final Duration LEFTOVER = Duration.ofHours(1);

  private final Path root;
  private final FileReads reads;
  private volatile boolean isOwn;

  /** The folder at {@code root}, created by the first write. */
  public StateFolder(Path root) {
    this(root, FileReads.unnoticed());
  }

  /** The same; {@code reads} is notified which records are read. */
  public StateFolder(Path root, FileReads reads) {
    this.root = root;
    this.reads = reads;
  }

  /** The path of the folder, which may not exist yet. */
  Path root() {
    return root;
  }

  /** The file of the record called {@code key} of a kind; the record contains its full key. */
  Path file(String kind, String key) {
    return root.resolve(kind).resolve(Long.toHexString(Checksum.of(key)));
  }

  @Override
  public Optional<Map<String, String>> read(String kind, String key) {
    Path file = file(kind, key);
    reads.reading(file);
    return read(file).filter(fields -> key.equals(fields.get("key")));
  }

  @Override
  public boolean has(String kind, String key) {
    Path file = file(kind, key);
    reads.reading(file);
    return file.toFile().exists();
  }

  private Optional<Map<String, String>> read(Path file) {
    if (!file.toFile().isFile()) {
      // Faster than an exception, as most records that are looked up do not exist.
      return Optional.empty();
    }
    requireOwn();
    // Not Files.readString, whose channel loads the network library: this is on the path of cached
    // answers.
    try (InputStream in = new FileInputStream(file.toFile())) {
      return RecordText.parse(in.readAllBytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Once: nobody else can change the mode of a folder. */
  private void requireOwn() {
    if (!isOwn) {
      PrivateFiles.requireOwn(root);
      isOwn = true;
    }
  }

  @Override
  public List<Map<String, String>> readAll(String kind) {
    List<Map<String, String>> all = new ArrayList<>();
    reads.listing(root.resolve(kind));
    for (Path file : PrivateFiles.list(root.resolve(kind))) {
      if (!isTemporary(file)) {
        read(file).ifPresent(all::add);
      }
    }
    return all;
  }

  private static boolean isTemporary(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  @Override
  public void write(String kind, String key, Map<String, String> fields) {
    write(kind, key, fields, Durability.SYNCED);
  }

  @Override
  public void writeLightly(String kind, String key, Map<String, String> fields) {
    write(kind, key, fields, Durability.LIGHT);
  }

  private void write(String kind, String key, Map<String, String> fields, Durability durability) {
    Path file = file(kind, key);
    requireOwn();
    PrivateFiles.createFoldersOf(file, root);
    PrivateFiles.write(file, RecordText.of(key, fields), durability);
  }

  /** Moves a record to another kind; returns whether it existed. */
  boolean move(String kind, String key, String newKind) {
    Path to = file(newKind, key);
    PrivateFiles.createFoldersOf(to);
    return PrivateFiles.move(file(kind, key), to);
  }

  @Override
  public boolean remove(String kind, String key) {
    return PrivateFiles.delete(file(kind, key));
  }

  @Override
  public int removeAll(String kind) {
    int removed = 0;
    for (Path file : PrivateFiles.list(root.resolve(kind))) {
      removed += PrivateFiles.delete(file) && !isTemporary(file) ? 1 : 0;
    }
    return removed;
  }

  @Override
  public void removeAll(String kind, Instant now, Predicate<Map<String, String>> isOver) {
    for (Path file : PrivateFiles.list(root.resolve(kind))) {
      if (isTemporary(file)) {
        removeLeftover(file, now);
      } else if (read(file).filter(isOver).isPresent()) {
        remove(file, isOver);
      }
    }
  }

  /**
   * Moves the record aside and reads it again, so that it removes only what it has read. A record
   * that was written in the meantime is put back, unless there is a newer one already.
   */
  private void remove(Path file, Predicate<Map<String, String>> isOver) {
    String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
    Path aside = file.resolveSibling("." + unique);
    if (PrivateFiles.move(file, aside)) {
      if (read(aside).filter(isOver).isEmpty() && !Files.exists(file)) {
        PrivateFiles.move(aside, file);
      }
      PrivateFiles.delete(aside);
    }
  }

  private static void removeLeftover(Path temporary, Instant now) {
    try {
      Instant written = Files.getLastModifiedTime(temporary).toInstant();
      if (written.isBefore(now.minus(LEFTOVER))) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      // The temporary file was renamed to its record in the meantime.
    }
  }
}
