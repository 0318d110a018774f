package dev.keyturn.sandbox.gateway;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Target;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import org.jspecify.annotations.Nullable;

/** A protocol a client can speak with the sandbox. Called by many threads at once. */
public interface Endpoint {

  /** Whether the request certainly uses this protocol, whatever its path. */
  default boolean claims(Request request) {
    return false;
  }

  /** Whether an unclaimed request uses this protocol. */
  boolean wants(Request request);

  /** The target of the request; never refuses. */
  Target target(Request request);

  /**
   * Checks the signature and performs the action.
   *
   * @throws AwsError a refusal
   */
  Response perform(Request request, Target target, String requestId);

  /** The refusal of a request whose body is larger than the sandbox accepts. */
  default AwsError tooLarge(Request request) {
    return new AwsError(
        413,
        "RequestEntityTooLarge",
        "the body has %d bytes; the sandbox accepts %d"
            .formatted(request.bodySize(), Request.MOST_BODY_BYTES));
  }

  /** A refusal in this protocol's form. */
  Response refuse(Request request, Target target, AwsError error, String requestId);

  /** The message of this protocol for an injected fault. */
  record FaultWords(
      AwsError throttled, AwsError broken, AwsError unavailable, AwsError unknownKey) {}

  /** The messages of this protocol for faults; null if it has none. */
  @Nullable FaultWords faultWords();
}
