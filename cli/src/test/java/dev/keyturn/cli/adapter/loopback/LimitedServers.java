package dev.keyturn.cli.adapter.loopback;

/**
 * A test that makes a server of the JDK before the product does would switch off the product's
 * limits for all tests in its JVM, which reads them once.
 */
public final class LimitedServers {

  private LimitedServers() {}

  /** Sets the product's limits, unless a server was made before. */
  public static void limit() {
    Listeners.limitRequests();
  }
}
