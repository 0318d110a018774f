package dev.keyturn.sandbox.echo;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Target;
import dev.keyturn.sandbox.credential.Caller;
import dev.keyturn.sandbox.gateway.Authentication;
import dev.keyturn.sandbox.gateway.Endpoint;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.signature.Claim;
import dev.keyturn.sandbox.signature.ClaimReader;
import dev.keyturn.sandbox.signature.Hash;
import dev.keyturn.sandbox.signature.SignatureCheck;
import dev.keyturn.sandbox.signature.SignatureRefusedException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Reports the signer of a request to a service that the sandbox does not have. The path may have
 * been signed normalised or as sent. Safe for use by several threads.
 */
public final class EchoEndpoint implements Endpoint {
  private static final String ACTION = "Echo";

  private final Authentication authentication;
  private final Clock clock;

  public EchoEndpoint(Authentication authentication, Clock clock) {
    this.authentication = authentication;
    this.clock = clock;
  }

  /** Accepts every request that no other endpoint claims. */
  @Override
  public boolean wants(Request request) {
    return true;
  }

  @Override
  public Target target(Request request) {
    String service = ClaimReader.claimedService(request);
    return new Target(service == null ? "" : service, ACTION);
  }

  @Override
  public Response perform(Request request, Target target, String requestId) {
    Claim claim = ClaimReader.read(request);
    Caller caller = authentication.inQueryWords(() -> caller(request, claim));
    String body =
        new Xml()
            .open("SignedRequest")
            .element("Service", claim.scope().service())
            .element("Region", claim.scope().region())
            .element("Account", caller.account().id())
            .element("UserId", caller.identity().userId())
            .element("Arn", caller.identity().arn())
            .element("RequestId", requestId)
            .close("SignedRequest")
            .toString();
    return Response.of(200, "text/xml", body).with("x-amzn-RequestId", requestId);
  }

  private Caller caller(Request request, Claim claim) {
    try {
      return caller(request, claim, SignatureCheck.usual());
    } catch (SignatureRefusedException e) {
      return caller(request, claim, SignatureCheck.s3());
    }
  }

  private Caller caller(Request request, Claim claim, SignatureCheck check) {
    String hash = Hash.sha256(request.body());
    String service = claim.scope().service();
    return authentication.caller(request, claim, service, check, hash, clock.instant());
  }

  @Override
  public Response refuse(Request request, Target target, AwsError error, String requestId) {
    return Response.of(error.status(), "text/xml", Xml.error("", error, requestId))
        .with("x-amzn-RequestId", requestId);
  }

  @Override
  public @Nullable FaultWords faultWords() {
    return null;
  }
}
