package dev.keyturn.sandbox.running;

import java.io.Writer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is to be reached and run.
 *
 * @param place where it listens
 * @param transport how clients talk to it
 * @param latency how long each request waits
 * @param log where the request log goes; null for nowhere
 * @param controlToken what opens the control URL; null for one that is made up
 */
public record Setup(
    ListenPlace place,
    Transport transport,
    Duration latency,
    @Nullable Writer log,
    @Nullable String controlToken) {

  /** Plain http on any free port of this computer's loopback address. */
  public static Setup local() {
    return local(Transport.HTTP, null);
  }

  public static Setup local(Transport transport, @Nullable Writer log) {
    return new Setup(ListenPlace.local(), transport, Duration.ZERO, log, null);
  }
}
