package dev.keyturn.cli.command.port;

import java.time.Duration;

/**
 * Sends a browser to a secret URL: the program that starts it is told a harmless one, as everybody
 * on this machine sees what programs are started with.
 */
public interface Redirects {

  /** Begins to wait for one request, which is sent on to {@code secretUrl}. */
  Redirect to(String secretUrl);

  /** A redirect that waits. */
  interface Redirect extends AutoCloseable {
    /**
     * The URL to open: it works once, and for this user alone where the system distinguishes users.
     */
    String url();

    /** Waits until it was opened; false when that did not happen in time. */
    boolean await(Duration time);

    @Override
    void close();
  }
}
