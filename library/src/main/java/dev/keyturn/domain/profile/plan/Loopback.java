package dev.keyturn.domain.profile.plan;

/** Recognises hosts that are this machine: requests to them over plain http cross no network. */
public final class Loopback {

  private Loopback() {}

  /** {@code localhost}, 127.0.0.0/8 in dotted form, {@code [::1]}: names are not looked up. */
  public static boolean isHost(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.equals("[0:0:0:0:0:0:0:1]")
        || isAddress(host);
  }

  private static boolean isAddress(String host) {
    int dots = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return dots == 3 && host.startsWith("127.");
  }
}
