package dev.keyturn.sandbox.running;

import java.io.Writer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is to be reached and run.
 *
 * @param address where it listens
 * @param port 0 for any free one
 * @param transport how clients talk to it
 * @param latency how long each request waits
 * @param log where the request log goes; null for nowhere
 * @param controlToken what opens the control URL; null for one that is made up
 */
public record Setup(
    InetAddress address,
    int port,
    Transport transport,
    Duration latency,
    @Nullable Writer log,
    @Nullable String controlToken) {

  /** Plain http on any free port of this computer's loopback address. */
  public static Setup local() {
    return local(Transport.HTTP, null);
  }

  public static Setup local(Transport transport, @Nullable Writer log) {
    return new Setup(loopback(), 0, transport, Duration.ZERO, log, null);
  }

  /** The address {@code 127.0.0.1}, whatever the machine calls itself. */
  public static InetAddress loopback() {
    try {
      return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /** The address as clients on this computer write it in a URL. */
  String host() {
    if (address.isAnyLocalAddress()) {
      return "127.0.0.1";
    }
    String host = address.getHostAddress();
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
