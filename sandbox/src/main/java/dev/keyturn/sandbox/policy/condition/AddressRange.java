package dev.keyturn.sandbox.policy.condition;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** A range of IP addresses in CIDR notation. */
public final class AddressRange {
  private final byte[] network;
  private final int prefixLength;

  private AddressRange(byte[] network, int prefixLength) {
    this.network = network;
    this.prefixLength = prefixLength;
  }

  /**
   * {@code range = address [ "/" prefix-length ]}; null for anything else.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc4632">RFC 4632</a>
   */
  static @Nullable AddressRange parse(String text) {
    String[] parts = text.split("/", 2);
    byte[] network = address(parts[0]);
    if (network == null) {
      return null;
    }
    int bits = network.length * 8;
    if (parts.length == 1) {
      return new AddressRange(network, bits);
    }
    int prefixLength =
        parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE;
    return prefixLength <= bits ? new AddressRange(network, prefixLength) : null;
  }

  /** Whether the text is a range that is not a good part of the Internet, as S3 sees it. */
  public static boolean isNarrow(String text) {
    AddressRange range = parse(text);
    return range != null && range.prefixLength >= (range.network.length == 4 ? 8 : 32);
  }

  boolean contains(String text) {
    byte[] address = address(text);
    if (address == null || address.length != network.length) {
      return false;
    }
    int hostBits = network.length * 8 - prefixLength;
    return new BigInteger(1, address)
        .shiftRight(hostBits)
        .equals(new BigInteger(1, network).shiftRight(hostBits));
  }

  /** Only literals reach {@link InetAddress}, which would ask the DNS for anything else. */
  private static byte @Nullable [] address(String text) {
    boolean literal = text.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    try {
      return literal ? InetAddress.getByName(text).getAddress() : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
