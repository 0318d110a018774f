package dev.keyturn.cli.adapter.keychain;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The address of a desktop session's bus.
 *
 * @see <a href="https://dbus.freedesktop.org/doc/dbus-specification.html#addresses">D-Bus
 *     specification, server addresses</a>
 */
final class BusAddress {

  private static final String PREFIX = "unix:";
  private static final String PATH = "path=";

  private BusAddress() {}

  /**
   * The socket that {@code environment} names, else the one that systemd creates for every user.
   *
   * @throws IllegalArgumentException for an invalid address
   */
  static Optional<Path> in(Map<String, String> environment) {
    for (String address : environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").split(";", -1)) {
      if (address.startsWith(PREFIX)) {
        for (String part : address.substring(PREFIX.length()).split(",", -1)) {
          if (part.startsWith(PATH)) {
            return Optional.of(Path.of(decoded(part.substring(PATH.length()))));
          }
        }
      }
    }
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    Path usual = Path.of(runtime, "bus");
    return runtime.isEmpty() || !Files.exists(usual) ? Optional.empty() : Optional.of(usual);
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
