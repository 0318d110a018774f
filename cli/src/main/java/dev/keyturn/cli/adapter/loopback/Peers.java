package dev.keyturn.cli.adapter.loopback;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds the user at the other end of a loopback connection, as reported by Linux.
 *
 * <p>Lines of {@code /proc/net/tcp} and {@code tcp6} after the heading (proc_pid_net(5), and the
 * kernel's {@code Documentation/networking/proc_net_tcp.rst}):
 *
 * <pre>
 * line    = *" " number ":" SP address SP address SP state SP queues SP timer SP
 *           retransmits *" " uid *" " timeout SP inode …
 * address = hexadecimal words in the machine's byte order ":" hexadecimal port
 * </pre>
 *
 * The first address is the socket's own, the second its peer's. A socket that no process has open
 * has inode 0, and its uid is meaningless.
 */
final class Peers {

  private static final int OWN_ADDRESS = 1;
  private static final int PEER_ADDRESS = 2;
  private static final int UID = 7;
  private static final int INODE = 9;

  private final List<Path> tables;
  private final int uid;

  private Peers(List<Path> tables, int uid) {
    this.tables = tables;
    this.uid = uid;
  }

  /** Whether this platform reports the user. */
  static boolean areKnown() {
    return Files.isReadable(Path.of("/proc/net/tcp"));
  }

  /** Compares with the user of this process. */
  static Peers ofThisUser() throws IOException {
    int uid = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    return new Peers(List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6")), uid);
  }

  /** Compares with another user, by other tables. */
  static Peers of(List<Path> tables, int uid) {
    return new Peers(tables, uid);
  }

  /** Whether the same user opened the connection from {@code peer} to {@code here}. */
  boolean isSameUser(InetSocketAddress peer, InetSocketAddress here) {
    return tables.stream().anyMatch(table -> isSameUser(table, peer, here));
  }

  private boolean isSameUser(Path table, InetSocketAddress peer, InetSocketAddress here) {
    List<String> from = texts(peer);
    List<String> to = texts(here);
    try (Stream<String> lines = Files.lines(table)) {
      return lines
          .map(line -> line.strip().split(" +"))
          .anyMatch(fields ->
              fields.length > INODE
                  && !fields[INODE].equals("0")
                  && from.contains(fields[OWN_ADDRESS])
                  && to.contains(fields[PEER_ADDRESS])
                  && fields[UID].equals(Integer.toString(uid)));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The forms of an address in the two tables: an IPv4 address may be the peer of an IPv6 socket.
   */
  private static List<String> texts(InetSocketAddress address) {
    byte[] bytes = address.getAddress().getAddress();
    String port = String.format(Locale.ROOT, ":%04X", address.getPort());
    if (bytes.length != 4) {
      return List.of(hex(bytes) + port);
    }
    byte[] mapped = ByteBuffer.allocate(16).putShort(10, (short) -1).put(12, bytes).array();
    return List.of(hex(bytes) + port, hex(mapped) + port);
  }

  private static String hex(byte[] bytes) {
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    StringBuilder text = new StringBuilder();
    while (words.hasRemaining()) {
      text.append(String.format(Locale.ROOT, "%08X", words.getInt()));
    }
    return text.toString();
  }
}
