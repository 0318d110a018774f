package dev.keyturn.adapter.aws.connection;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import org.jspecify.annotations.Nullable;

/** The user and password of a proxy variable, for the proxy alone. */
final class ProxyUser extends Authenticator {

  private final String user;

  /** From {@code name:password}, as it is in a URL. */
  ProxyUser(String user) {
    this.user = user;
  }

  @Override
  protected @Nullable PasswordAuthentication getPasswordAuthentication() {
    if (getRequestorType() != RequestorType.PROXY) {
      return null;
    }
    int colon = user.indexOf(':');
    String name = colon < 0 ? user : user.substring(0, colon);
    String password = colon < 0 ? "" : user.substring(colon + 1);
    return new PasswordAuthentication(name, password.toCharArray());
  }

  @Override
  public String toString() {
    return "ProxyUser[****]";
  }
}
