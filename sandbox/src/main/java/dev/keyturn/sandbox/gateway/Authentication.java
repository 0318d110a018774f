package dev.keyturn.sandbox.gateway;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.clock.SandboxClock;
import dev.keyturn.sandbox.credential.Caller;
import dev.keyturn.sandbox.credential.Callers;
import dev.keyturn.sandbox.credential.Credential.LongTerm;
import dev.keyturn.sandbox.credential.CredentialRefusedException;
import dev.keyturn.sandbox.credential.CredentialRefusedException.Reason;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.signature.Claim;
import dev.keyturn.sandbox.signature.FormSignature;
import dev.keyturn.sandbox.signature.SignatureCheck;
import dev.keyturn.sandbox.signature.SignatureRefusedException;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.identity.AccessKey;
import java.time.Instant;
import java.util.function.Supplier;

/** Authenticates the signer of a request. Safe for use by several threads. */
public final class Authentication {
  private final State state;
  private final Callers callers;
  private final SandboxClock clock;

  /** Guards state and callers with the state's own lock. */
  public Authentication(State state, Callers callers, SandboxClock clock) {
    this.state = state;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * The caller who signed the request: scope, key and token, clock, signature, in this order.
   *
   * @param payloadHash as it is in the canonical request
   * @throws SignatureRefusedException when the signature is not valid
   * @throws CredentialRefusedException when the key is not valid
   */
  public Caller caller(
      Request request,
      Claim claim,
      String service,
      SignatureCheck check,
      String payloadHash,
      Instant now) {
    check.requireScope(claim, service);
    Caller caller = find(claim, now);
    check.requireFresh(claim, now, clock.advanced());
    check.requireSignature(request, claim, caller.credential().secretAccessKey(), payloadHash);
    remember(claim, caller, now);
    return caller;
  }

  /**
   * The caller who signed the policy of a form, which itself states how long it may be used.
   *
   * @throws SignatureRefusedException when the signature is not valid
   * @throws CredentialRefusedException when the key is not valid
   */
  public Caller callerOfForm(Claim claim, String policy, Instant now) {
    Caller caller = find(claim, now);
    FormSignature.require(claim, policy, caller.credential().secretAccessKey());
    remember(claim, caller, now);
    return caller;
  }

  /**
   * The caller of a request, or a refusal as STS and IAM word it.
   *
   * @throws AwsError SignatureDoesNotMatch, InvalidClientTokenId or ExpiredToken
   */
  public Caller inQueryWords(Supplier<Caller> lookup) {
    try {
      return lookup.get();
    } catch (SignatureRefusedException e) {
      throw new AwsError(403, "SignatureDoesNotMatch", String.valueOf(e.getMessage()));
    } catch (CredentialRefusedException e) {
      throw switch (e.reason()) {
        case UNKNOWN_KEY, WRONG_TOKEN -> unknownKey();
        case EXPIRED ->
            new AwsError(
                403, "ExpiredToken", "The security token included in the request is expired");
      };
    }
  }

  /** The message of STS and IAM for an unknown key. */
  public static AwsError unknownKey() {
    return new AwsError(
        403, "InvalidClientTokenId", "The security token included in the request is invalid.");
  }

  private Caller find(Claim claim, Instant now) {
    synchronized (state) {
      Caller caller = callers.find(claim.accessKeyId(), claim.sessionToken(), now);
      if (!caller.account().partition().equals(partitionOf(claim.scope().region()))) {
        throw new CredentialRefusedException(Reason.UNKNOWN_KEY);
      }
      return caller;
    }
  }

  private void remember(Claim claim, Caller caller, Instant now) {
    if (caller.credential() instanceof LongTerm longTerm) {
      synchronized (state) {
        longTerm
            .key()
            .used(new AccessKey.LastUse(now, claim.scope().service(), claim.scope().region()));
      }
    }
  }

  private static String partitionOf(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
