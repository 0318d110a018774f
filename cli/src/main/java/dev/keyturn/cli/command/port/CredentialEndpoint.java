package dev.keyturn.cli.command.port;

import dev.keyturn.domain.credential.Secret;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Serves credentials over HTTP to programs on this machine. */
public interface CredentialEndpoint {

  /** In which form. */
  enum Form {
    /** As the container agents of ECS and EKS do. */
    CONTAINER,
    /** As the instance metadata service of EC2 does. */
    INSTANCE
  }

  /**
   * What to serve.
   *
   * @param port 0 for any free one
   * @param forms the forms
   * @param withoutToken whether instance metadata is served without a session token, as version 1
   * @param localUsers whether other users of this machine may ask for instance metadata
   * @param log the file that takes a line per request; null for none
   * @param profile the profile's name
   * @param region the profile's region
   */
  record Settings(
      int port,
      Set<Form> forms,
      boolean withoutToken,
      boolean localUsers,
      @Nullable String log,
      String profile,
      String region) {}

  /**
   * Starts to serve.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage} when the port is taken or the
   *     platform does not report the client's user, {@code FileFailure.Unwritable} for the log
   */
  Running start(Settings settings, Served served);

  /** An endpoint that serves. */
  interface Running extends AutoCloseable {
    /** Where, ending in a slash. */
    String url();

    /** What a client of the container form sends as {@code Authorization}. */
    Secret token();

    /** Stops after the requests that are being answered. */
    @Override
    void close();
  }
}
