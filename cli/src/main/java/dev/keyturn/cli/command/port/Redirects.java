package dev.keyturn.cli.command.port;

import java.time.Duration;

/**
 * Redirects a browser to a secret URL: its command line contains only a harmless one, because all
 * users of this machine can see the arguments of programs.
 */
public interface Redirects {

  /** Starts waiting for one request, which is redirected to {@code secretUrl}. */
  Redirect to(String secretUrl);

  /** A waiting redirect. */
  interface Redirect extends AutoCloseable {
    /**
     * The URL to open: it works once, and only for this user where the system distinguishes users.
     */
    String url();

    /** Waits until it was opened; false when that did not happen in time. */
    boolean await(Duration time);

    @Override
    void close();
  }
}
