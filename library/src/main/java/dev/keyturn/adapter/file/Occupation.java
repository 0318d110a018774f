package dev.keyturn.adapter.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Marks a folder as in use by a lock on a file in it, which the system releases when the process
 * ends in any way. A process id would not do: it is reused some day, and means nothing in another
 * PID namespace. Thread-safe.
 */
public final class Occupation implements AutoCloseable {

  private static final String LOCK = ".in-use";

  /** The locks of this process: the system would grant it a second one. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private Occupation(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Occupies {@code folder}, which is new, until it is closed or this process ends. */
  public static Occupation of(Path folder) throws IOException {
    // A lock file with its final name is either locked, or its folder is no longer used.
    Path unlocked = folder.resolve(LOCK + ".new");
    FileChannel channel = FileChannel.open(unlocked, CREATE_NEW, WRITE);
    try {
      channel.lock();
      OWN.add(folder);
      Files.move(unlocked, folder.resolve(LOCK));
      return new Occupation(folder, channel);
    } catch (IOException e) {
      channel.close();
      OWN.remove(folder);
      throw e;
    }
  }

  /** Whether {@code folder} was occupied by a process that has ended. */
  public static boolean isOver(Path folder) {
    if (OWN.contains(folder)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), WRITE, NOFOLLOW_LINKS);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    OWN.remove(folder);
  }
}
