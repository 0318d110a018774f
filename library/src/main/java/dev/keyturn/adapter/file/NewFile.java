package dev.keyturn.adapter.file;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that is created atomically: it is written under another name in the same folder and then
 * renamed, so that a reader at any moment, and after a crash, finds the old file or the new one.
 * Not thread-safe; closing it removes what was not renamed.
 */
final class NewFile implements AutoCloseable {

  private static final int PIECE = 64 << 10;

  private final Path place;
  private final Path temporary;
  private boolean synced;
  private boolean renamed;

  /** A file that will be at {@code place}, an absolute path. */
  NewFile(Path place) {
    this.place = place;
    // Processes in two containers may have the same id.
    String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
    this.temporary =
        place.resolveSibling(prefix(place) + ProcessHandle.current().pid() + "-" + unique);
  }

  private static String prefix(Path place) {
    return "." + place.getFileName() + ".keyturn-";
  }

  /** Gives a new file its owner and mode. */
  interface Rights {
    void give(Path file) throws IOException;
  }

  /**
   * Writes it under its other name, for its owner alone.
   *
   * @param rights runs when everything is written
   * @param synced whether it is on the disk afterwards, and not only in memory
   */
  void write(byte[] content, Rights rights, boolean synced) throws IOException {
    this.synced = synced;
    try (FileChannel channel = PrivateFiles.open(temporary, WRITE, CREATE_NEW)) {
      // In pieces: a channel copies each write to native memory of the same size.
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.position() < content.length) {
        buffer.limit(Math.min(content.length, buffer.position() + PIECE));
        channel.write(buffer);
      }
      give(rights);
      if (synced) {
        channel.force(true);
      }
    }
  }

  /**
   * Renames it to its place, over any file there; if it was synced, the rename is synced too and
   * survives a power cut.
   */
  void rename() throws IOException {
    try {
      rename(temporary, place);
    } catch (NoSuchFileException e) {
      throw taken(e);
    }
    renamed = true;
    if (synced) {
      sync(place.resolveSibling(""));
    }
  }

  private void give(Rights rights) throws IOException {
    try {
      rights.give(temporary);
    } catch (NoSuchFileException e) {
      throw taken(e);
    }
  }

  /**
   * A process that cannot see this one, as in another container, removed its file as a leftover.
   */
  private FailureException taken(NoSuchFileException cause) {
    return new FileFailure.Changed(place.toString()).exception(cause);
  }

  /** Syncs the rename to disk; systems that cannot open a folder do not need this. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The rename is done and visible to all; only a power cut right now could undo it.
    }
  }

  /** Renames a file atomically, replacing any existing one. */
  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    if (!renamed) {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Removes the files that killed processes left beside {@code place}; the file of a running
   * process is kept.
   */
  static void removeLeftovers(Path place) throws IOException {
    String prefix = prefix(place);
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(
            place.resolveSibling(""), entry -> entry.getFileName().toString().startsWith(prefix))) {
      for (Path leftover : leftovers) {
        if (!isWriting(leftover.getFileName().toString().substring(prefix.length()))) {
          Files.deleteIfExists(leftover);
        }
      }
    }
  }

  /** Whether the file belongs to a running process, or is not one of ours. */
  private static boolean isWriting(String process) {
    int end = process.indexOf('-');
    try {
      long id = Long.parseLong(end < 0 ? process : process.substring(0, end));
      return id != ProcessHandle.current().pid() && ProcessHandle.of(id).isPresent();
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
