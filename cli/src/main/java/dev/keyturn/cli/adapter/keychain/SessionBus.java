package dev.keyturn.cli.adapter.keychain;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;

/**
 * A connection to the bus of a desktop session. Each call has a time limit. Not thread-safe.
 *
 * @see <a href="https://dbus.freedesktop.org/doc/dbus-specification.html">D-Bus specification</a>
 */
final class SessionBus implements AutoCloseable {

  private static final Duration ANSWER = Duration.ofSeconds(25);

  private static final Message.Target BUS =
      new Message.Target("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus");

  private final SocketChannel channel;
  private final Selector selector;
  private final Queue<Message> signals = new ArrayDeque<>();
  private int serial;

  private SessionBus(SocketChannel channel, Selector selector) {
    this.channel = channel;
    this.selector = selector;
  }

  /** Connects to the bus whose socket is at {@code path}. */
  static SessionBus connect(Path path) throws IOException, BusException {
    SessionBus bus =
        new SessionBus(SocketChannel.open(StandardProtocolFamily.UNIX), Selector.open());
    try {
      bus.channel.connect(UnixDomainSocketAddress.of(path));
      bus.channel.configureBlocking(false);
      bus.channel.register(bus.selector, SelectionKey.OP_READ);
      bus.authenticate();
      bus.call(BUS, "Hello", "", List.of());
      return bus;
    } catch (IOException | BusException | RuntimeException e) {
      bus.close();
      throw e;
    }
  }

  /** The bus identifies the user by the socket, so no name is sent. */
  private void authenticate() throws IOException {
    write("\0AUTH EXTERNAL\r\nDATA\r\n".getBytes(StandardCharsets.US_ASCII));
    long deadline = System.nanoTime() + ANSWER.toNanos();
    String line = line(deadline);
    while (line.startsWith("DATA")) {
      line = line(deadline);
    }
    if (!line.startsWith("OK")) {
      throw new IOException("it refused to authenticate this user");
    }
    write("BEGIN\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private String line(long deadline) throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() < 1000) {
      byte next = read(1, deadline)[0];
      if (next == '\n') {
        return line.toString();
      }
      line.append((char) next);
    }
    throw new IOException("it does not speak D-Bus");
  }

  /**
   * Calls a method.
   *
   * @return the values of the answer
   */
  List<Object> call(Message.Target target, String member, String signature, List<?> values)
      throws IOException, BusException {
    serial++;
    write(Message.call(serial, target, member, signature, values));
    int called = serial;
    Message answer = next(message -> message.answers(called), System.nanoTime() + ANSWER.toNanos());
    if (answer.type() == Message.ERROR) {
      String text = answer.body().isEmpty() ? "" : String.valueOf(answer.body().get(0));
      throw new BusException(answer.text(Message.ERROR_NAME), text);
    }
    return answer.body();
  }

  /** Lets the signals of {@code path} through to {@link #signal}. */
  void listen(String path) throws IOException, BusException {
    call(BUS, "AddMatch", "s", List.of("type='signal',path='" + path + "'"));
  }

  /** Waits for a signal of {@code path}. */
  List<Object> signal(String path, String member, Duration longest) throws IOException {
    Predicate<Message> wanted =
        message ->
            message.type() == Message.SIGNAL
                && message.text(Message.PATH).equals(path)
                && message.text(Message.MEMBER).equals(member);
    for (Message early : signals) {
      if (wanted.test(early)) {
        return early.body();
      }
    }
    return next(wanted, System.nanoTime() + longest.toNanos()).body();
  }

  private Message next(Predicate<Message> wanted, long deadline) throws IOException {
    while (true) {
      Message message = read(deadline);
      if (wanted.test(message)) {
        return message;
      }
      if (message.type() == Message.SIGNAL) {
        signals.add(message);
      }
    }
  }

  private Message read(long deadline) throws IOException {
    try {
      byte[] start = read(Message.START, deadline);
      byte[] rest = read(Message.rest(start), deadline);
      byte[] all = Arrays.copyOf(start, start.length + rest.length);
      System.arraycopy(rest, 0, all, start.length, rest.length);
      return Message.parse(all);
    } catch (RuntimeException e) {
      throw new IOException("its answer cannot be read", e);
    }
  }

  private byte[] read(int length, long deadline) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      int read = channel.read(bytes);
      if (read < 0) {
        throw new EOFException("it closed the connection");
      }
      if (read == 0) {
        await(deadline);
      }
    }
    return bytes.array();
  }

  private void await(long deadline) throws IOException {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (left <= 0 || selector.select(left) == 0) {
      throw new SocketTimeoutException("it does not answer");
    }
    selector.selectedKeys().clear();
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  @Override
  public void close() {
    try (channel;
        selector) {
      // Both.
    } catch (IOException e) {
      // Nothing is left to be sent.
    }
  }
}
