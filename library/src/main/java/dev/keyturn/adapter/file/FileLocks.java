package dev.keyturn.adapter.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.lock.Locks;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Locks of the operating system on files in the folder {@code locks} of Keyturn's state, one file
 * per name, with the holder's process id in it. The system releases a lock when its process ends,
 * in whatever way; the files stay, and an unlocked file blocks nobody. Thread-safe.
 */
public final class FileLocks implements Locks {

  /**
   * Which thread holds which lock inside this JVM. POSIX locks belong to processes, not to threads,
   * and are all released when any channel on the file is closed. So two threads must not even open
   * the same file.
   */
  private static final Map<Path, Semaphore> IN_THIS_JVM = new ConcurrentHashMap<>();

  /** The byte that is locked, far after the process id: on Windows a locked byte cannot be read. */
  private static final long LOCKED_BYTE = 1L << 30;

  /** The polling interval on systems where a thread cannot block on a lock. */
  private static final long PAUSE_MILLIS = 20;

  /** On these systems, closing a channel does not end a wait for its lock. */
  private static final boolean WINDOWS = File.separatorChar == '\\';

  private final Path stateFolder;
  private final Path folder;

  /** Keeps the lock files below {@code stateFolder}, which is created when it is first needed. */
  public FileLocks(Path stateFolder) {
    this.stateFolder = stateFolder.toAbsolutePath();
    this.folder = stateFolder.resolve("locks").toAbsolutePath();
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.keyturn.domain.failure.FailureException as the port says, and {@code
   *     FileFailure.NoStateFolder} when the state folder cannot be used
   */
  @Override
  public Held acquire(String name, Duration wait) {
    Path file = folder.resolve(Long.toHexString(Checksum.of(name)));
    long deadline = System.nanoTime() + wait.toNanos();
    Semaphore mine = IN_THIS_JVM.computeIfAbsent(file, key -> new Semaphore(1));
    try {
      if (!mine.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new FileFailure.Busy(name, ProcessHandle.current().pid()).exception();
      }
      return acquire(name, file, mine, deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }

  private Held acquire(String name, Path file, Semaphore mine, long deadline)
      throws InterruptedException {
    FileChannel channel = null;
    boolean held = false;
    try {
      channel = open(file);
      lock(channel, file, name, deadline);
      writeHolder(channel);
      held = true;
      return new HeldFile(channel, mine);
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException();
    } catch (IOException e) {
      throw IoFailures.unwritable(file, e);
    } finally {
      if (!held) {
        release(channel, mine);
      }
    }
  }

  private FileChannel open(Path file) throws IOException {
    PrivateFiles.requireOwn(stateFolder);
    try {
      PrivateFiles.createFolders(folder);
      // What a link leads to would be overwritten.
      return PrivateFiles.open(file, CREATE, READ, WRITE, NOFOLLOW_LINKS);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      if (Files.isSymbolicLink(file)) {
        throw IoFailures.unwritable(file, IoFailures.LINK);
      }
      throw IoFailures.noStateFolder(stateFolder, e);
    }
  }

  private static void lock(FileChannel channel, Path file, String name, long deadline)
      throws IOException, InterruptedException {
    boolean held = isFree(channel) || (!WINDOWS && waits(channel, deadline));
    while (!held) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new FileFailure.Busy(name, holder(file)).exception();
      }
      Thread.sleep(Math.min(PAUSE_MILLIS, left));
      held = isFree(channel);
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    return channel.tryLock(LOCKED_BYTE, 1, false) != null;
  }

  /**
   * Blocks in the operating system, which wakes one of many waiting processes as soon as the lock
   * is free; polling would take the processor from the process that holds it. A separate platform
   * thread waits, since only closing the channel ends such a wait, and on a virtual thread not even
   * that.
   *
   * @return whether the lock is held now: not when the time is over, nor where the system refuses
   *     to wait. Since its locks belong to processes, it reports a deadlock (EDEADLK) when two
   *     processes wait for a lock of each other, even in different threads.
   */
  private static boolean waits(FileChannel channel, long deadline)
      throws IOException, InterruptedException {
    FutureTask<FileLock> waiting = new FutureTask<>(() -> channel.lock(LOCKED_BYTE, 1, false));
    Thread thread = new Thread(waiting, "keyturn-lock");
    thread.setDaemon(true);
    thread.start();
    try {
      waiting.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      channel.close();
      return false;
    } catch (ExecutionException e) {
      return false;
    }
  }

  private static void writeHolder(FileChannel channel) throws IOException {
    String holder = Long.toString(ProcessHandle.current().pid());
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  /** The process id in the file; 0 when its holder has not written it yet. */
  private static long holder(Path file) throws IOException {
    try {
      return Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static void release(@Nullable FileChannel channel, Semaphore mine) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock is released with the channel, even if closing it fails.
    } finally {
      mine.release();
    }
  }

  /** A lock that is held through an open channel; closing it twice has no further effect. */
  private static final class HeldFile implements Held {
    private final FileChannel channel;
    private final Semaphore mine;

    HeldFile(FileChannel channel, Semaphore mine) {
      this.channel = channel;
      this.mine = mine;
    }

    @Override
    public synchronized void close() {
      if (channel.isOpen()) {
        release(channel, mine);
      }
    }
  }
}
