package dev.keyturn.sandbox.running;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a sandbox listens, and by which names clients reach it.
 *
 * @param port 0 for any free one
 * @param domain another name of the sandbox, in lower case, with hosts of buckets below it
 */
public record ListenPlace(InetAddress address, int port, @Nullable String domain) {

  /** Any free port of this computer's loopback address. */
  public static ListenPlace local() {
    return new ListenPlace(loopback(), 0, null);
  }

  /** The address {@code 127.0.0.1}, whatever the machine calls itself. */
  public static InetAddress loopback() {
    try {
      return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /** The names of the sandbox, that of the address included where it was looked up by one. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    names.add("localhost");
    // An address knows the name that it was looked up by; asking for it would ask the DNS.
    String name = address.toString().split("/", -1)[0];
    if (!name.isEmpty()) {
      names.add(name);
    }
    if (domain != null) {
      names.add(domain);
    }
    return names;
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
