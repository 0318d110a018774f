package dev.keyturn.cli.adapter.encryptedfile;

import dev.keyturn.adapter.file.PrivateFiles;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Keeps an encrypted file open for a while: it keeps the file's key in memory and returns it to
 * every client that can reach its socket, which is in a folder that only its owner can access. Runs
 * in a separate process, on one thread: a client that says nothing does not make others wait.
 */
public final class KeyAgent {

  /** The request for the key. */
  static final byte GET = 'g';

  /** The request to end the agent. */
  static final byte LOCK = 'l';

  /** The clock jumps when the computer wakes up, so no wait may be longer than this. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  /** Of the clients that have not said anything; one more, and the oldest is disconnected. */
  private static final int MOST_SILENT = 64;

  private final Path socket;
  private final byte[] key;
  private final Clock clock;
  private final Instant end;
  private final Deque<SocketChannel> silent = new ArrayDeque<>();
  private boolean socketRemoved;

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
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        Selector selector = Selector.open()) {
      server.bind(UnixDomainSocketAddress.of(socket));
      PrivateFiles.restrict(socket);
      server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
      ready.run();
      while (!socketRemoved && !isOver()) {
        selector.select(millisecondsToNextLook());
        serve(selector);
      }
      removeSocket();
    } finally {
      Arrays.fill(key, (byte) 0);
      removeSocket();
      silent.forEach(KeyAgent::close);
    }
  }

  /** Clients first: one that is disconnected for a new one has not said anything. */
  private void serve(Selector selector) throws IOException {
    List<SelectionKey> selected = new ArrayList<>(selector.selectedKeys());
    selector.selectedKeys().clear();
    for (SelectionKey one : selected) {
      if (one.channel() instanceof SocketChannel client) {
        answer(client);
      }
    }
    for (SelectionKey one : selected) {
      if (one.channel() instanceof ServerSocketChannel server) {
        accept(server, selector);
      }
    }
  }

  private void accept(ServerSocketChannel server, Selector selector) throws IOException {
    SocketChannel client = server.accept();
    if (client != null) {
      client.configureBlocking(false).register(selector, SelectionKey.OP_READ);
      silent.add(client);
      if (silent.size() > MOST_SILENT) {
        close(silent.remove());
      }
    }
  }

  private void answer(SocketChannel client) {
    silent.remove(client);
    ByteBuffer question = ByteBuffer.allocate(1);
    try (client) {
      if (client.read(question) < 1 || socketRemoved || isOver()) {
        return;
      }
      if (question.get(0) == GET) {
        // So few bytes always fit into the buffer of the system.
        client.write(ByteBuffer.wrap(key));
      }
      if (question.get(0) == LOCK) {
        removeSocket();
      }
    } catch (IOException e) {
      // The client disconnected.
    }
  }

  /** Deleted once, while it is open: a socket found there later belongs to the next agent. */
  private void removeSocket() {
    if (!socketRemoved) {
      socketRemoved = true;
      PrivateFiles.delete(socket);
    }
  }

  private boolean isOver() {
    return !clock.instant().isBefore(end);
  }

  /** At least 1: 0 would wait for a client. */
  private long millisecondsToNextLook() {
    long left = Duration.between(clock.instant(), end).toMillis();
    return Math.max(1, Math.min(left, LOOK.toMillis()));
  }

  private static void close(SocketChannel client) {
    try (client) {
      // Closes it.
    } catch (IOException e) {
      // The client disconnected.
    }
  }
}
