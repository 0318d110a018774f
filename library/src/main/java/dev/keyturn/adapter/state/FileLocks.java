package dev.keyturn.adapter.state;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.lock.Locks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Locks of the operating system on files in the folder {@code locks} of Keyturn's state, one file
 * per name, with the holder's process id in it. The system frees a lock when its process ends,
 * however that ends; the files stay, and a file that nobody holds blocks nobody. Thread-safe.
 */
public final class FileLocks implements Locks {

  /**
   * Who holds what inside this JVM. POSIX gives locks to processes, not to threads, and takes all
   * away when any channel on the file is closed: so no two threads may even open the same file.
   */
  private static final Map<Path, Semaphore> IN_THIS_JVM = new ConcurrentHashMap<>();

  /**
   * The byte that is locked, far behind the process id: Windows lets nobody read what is locked.
   */
  private static final long LOCKED_BYTE = 1L << 30;

  /**
   * Who has waited long asks less often, an eighth of its waiting later at most: hundreds that ask
   * all the time would take the processor from the one they wait for.
   */
  private static final long PAUSES_WHILE_WAITING = 8;

  private static final long LONGEST_PAUSE_MILLIS = 250;

  private final StateFolder folder;

  /** Keeps the lock files below {@code stateFolder}, which is made when it is first needed. */
  public FileLocks(Path stateFolder) {
    this.folder = new StateFolder(stateFolder);
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.keyturn.domain.failure.FailureException as the port says, and {@code
   *     UnwritableFile} when the state folder cannot be used
   */
  @Override
  public Held acquire(String name, Duration wait) {
    Path file = folder.file("locks", name).toAbsolutePath();
    long deadline = System.nanoTime() + wait.toNanos();
    Semaphore mine = IN_THIS_JVM.computeIfAbsent(file, key -> new Semaphore(1));
    try {
      if (!mine.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new Failure.FileBusy(name, ProcessHandle.current().pid()).exception();
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
      lock(channel, name, deadline);
      writeHolder(channel);
      held = true;
      return new HeldFile(channel, mine);
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException();
    } catch (IOException e) {
      throw new Failure.UnwritableFile(file.toString(), StateFolder.reason(e)).exception(e);
    } finally {
      if (!held) {
        release(channel, mine);
      }
    }
  }

  private FileChannel open(Path file) throws IOException {
    folder.createFolder(file.resolveSibling(""));
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return FileChannel.open(file, options, StateFolder.privately(file));
  }

  private static void lock(FileChannel channel, String name, long deadline)
      throws IOException, InterruptedException {
    long started = System.nanoTime();
    while (true) {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock != null) {
        return;
      }
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new Failure.FileBusy(name, holder(channel)).exception();
      }
      long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
      long pause = Math.min(waited / PAUSES_WHILE_WAITING, LONGEST_PAUSE_MILLIS);
      Thread.sleep(Math.min(1 + pause, left));
    }
  }

  private static void writeHolder(FileChannel channel) throws IOException {
    String holder = Long.toString(ProcessHandle.current().pid());
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  /** The process id in the file; 0 when its holder has not written it yet. */
  private static long holder(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(20);
    channel.read(buffer, 0);
    String holder = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    try {
      return Long.parseLong(holder);
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
      // The lock goes with the channel, whatever closing it says.
    } finally {
      mine.release();
    }
  }

  /** A lock that is held through an open channel; closing twice is closing once. */
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
