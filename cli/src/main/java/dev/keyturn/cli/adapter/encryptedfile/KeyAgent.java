package dev.keyturn.cli.adapter.encryptedfile;

import dev.keyturn.adapter.file.PrivateFiles;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an encrypted file open for a while: it keeps the file's key in memory and returns it to
 * every client that can reach its socket, which is in a folder that only its owner can access. Runs
 * in a separate process.
 */
public final class KeyAgent {

  /** The request for the key. */
  static final byte GET = 'g';

  /** The request to end the agent. */
  static final byte LOCK = 'l';

  /** The clock jumps when the computer wakes up, so no sleep may be longer than this. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Path socket;
  private final byte[] key;
  private final Clock clock;
  private final Instant end;
  private final AtomicBoolean socketRemoved = new AtomicBoolean();
  private volatile @Nullable SocketChannel asking;

  /**
   * An agent that has not started yet.
   *
   * @param socket the path of its socket
   * @param key the key, which is erased at the end
   * @param time how long it runs
   */
  public KeyAgent(Path socket, byte[] key, Duration time, Clock clock) {
    this.socket = socket;
    this.key = key;
    this.clock = clock;
    this.end = clock.instant().plus(time);
  }

  /**
   * Runs until the time is over or a client ends it.
   *
   * @param ready runs as soon as clients can reach it
   */
  public void run(Runnable ready) throws IOException {
    PrivateFiles.createFoldersOf(socket);
    // Checked before the socket exists: whoever may enter a folder that another program created
    // could get the key.
    PrivateFiles.restrict(socket.resolveSibling(""));
    PrivateFiles.delete(socket);
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      PrivateFiles.restrict(socket);
      closeAtEnd(server);
      ready.run();
      while (answer(server)) {
        // The next client.
      }
      removeSocket();
    } catch (ClosedChannelException e) {
      // The time is over.
    } finally {
      Arrays.fill(key, (byte) 0);
      removeSocket();
    }
  }

  private boolean answer(ServerSocketChannel server) throws IOException {
    try (SocketChannel client = server.accept()) {
      asking = client;
      ByteBuffer question = ByteBuffer.allocate(1);
      if (client.read(question) < 1 || isOver()) {
        return !isOver();
      }
      if (question.get(0) == GET) {
        client.write(ByteBuffer.wrap(key));
      }
      if (question.get(0) == LOCK) {
        removeSocket();
        return false;
      }
      return true;
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      // The client disconnected.
      return true;
    }
  }

  /** Deleted once, while it is open: a socket found there later belongs to the next agent. */
  private void removeSocket() {
    if (!socketRemoved.getAndSet(true)) {
      PrivateFiles.delete(socket);
    }
  }

  private boolean isOver() {
    return !clock.instant().isBefore(end);
  }

  private void closeAtEnd(ServerSocketChannel server) {
    Thread watch =
        new Thread(() -> {
          try {
            while (!isOver()) {
              Duration left = Duration.between(clock.instant(), end);
              Thread.sleep(left.compareTo(LOOK) < 0 ? left : LOOK);
            }
            removeSocket();
            server.close();
            SocketChannel silent = asking;
            if (silent != null) {
              silent.close();
            }
          } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
          }
        });
    watch.setDaemon(true);
    watch.start();
  }
}
