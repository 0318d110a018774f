package dev.keyturn.sandbox.gateway;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Target;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import org.jspecify.annotations.Nullable;

/** A protocol a client can speak with the sandbox. Called by many threads at once. */
public interface Endpoint {

  /** Whether the request can only be of this protocol, whatever path it has. */
  default boolean claims(Request request) {
    return false;
  }

  /** Whether a request that nobody claims is of this protocol. */
  boolean wants(Request request);

  /** Tells what the request is for; never refuses. */
  Target target(Request request);

  /**
   * Checks who signed, and performs.
   *
   * @throws AwsError a refusal
   */
  Response perform(Request request, Target target, String requestId);

  /** A refusal in this protocol's form. */
  Response refuse(Request request, Target target, AwsError error, String requestId);

  /** The words of this protocol for a fault on demand. */
  record FaultWords(
      AwsError throttled, AwsError broken, AwsError unavailable, AwsError unknownKey) {}

  /** How this protocol words faults; null when it meets none. */
  @Nullable FaultWords faultWords();
}
