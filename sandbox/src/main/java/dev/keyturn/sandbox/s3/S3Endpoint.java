package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Target;
import dev.keyturn.sandbox.credential.Caller;
import dev.keyturn.sandbox.credential.CredentialRefusedException;
import dev.keyturn.sandbox.gateway.Authentication;
import dev.keyturn.sandbox.gateway.Endpoint;
import dev.keyturn.sandbox.http.FormDecoder;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.form.UploadForm;
import dev.keyturn.sandbox.s3.payload.Payload;
import dev.keyturn.sandbox.s3.wire.AuthenticationError;
import dev.keyturn.sandbox.s3.wire.BucketHosts;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.signature.Claim;
import dev.keyturn.sandbox.signature.ClaimReader;
import dev.keyturn.sandbox.signature.S3ClaimReader;
import dev.keyturn.sandbox.signature.SignatureCheck;
import dev.keyturn.sandbox.signature.SignatureRefusedException;
import dev.keyturn.sandbox.state.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The REST protocol of S3. Safe for use by several threads. */
public final class S3Endpoint implements Endpoint {
  private static final FaultWords FAULT_WORDS =
      new FaultWords(
          new AwsError(503, "SlowDown", "Please reduce your request rate."),
          new AwsError(500, "InternalError", "We encountered an internal error. Please try again."),
          new AwsError(503, "ServiceUnavailable", "Service is unable to handle request."),
          S3Error.unknownKey());

  private final State state;
  private final Authentication authentication;
  private final Call.Authorizer authorizer;
  private final Clock clock;
  private final BucketHosts hosts;
  private final SignatureCheck check = SignatureCheck.s3();

  public S3Endpoint(
      State state,
      Authentication authentication,
      Call.Authorizer authorizer,
      Clock clock,
      BucketHosts hosts) {
    this.state = state;
    this.authentication = authentication;
    this.authorizer = authorizer;
    this.clock = clock;
    this.hosts = hosts;
  }

  /**
   * Signed requests: those for the service S3, and those of signature version 2, which only S3 had.
   * Unsigned requests: those to the host of a bucket, whose path is a key, and upload forms to any
   * bucket, since no other protocol here has such forms.
   */
  @Override
  public boolean claims(Request request) {
    return ClaimReader.isSigned(request)
        ? "s3".equals(ClaimReader.claimedService(request)) || S3ClaimReader.isOld(request)
        : hosts.nameBucket(request) || isUpload(request);
  }

  private static boolean isUpload(Request request) {
    String type = request.header("Content-Type");
    return request.method().equals("POST")
        && !request.path().equals("/")
        && type != null
        && type.regionMatches(true, 0, "multipart/form-data", 0, "multipart/form-data".length());
  }

  /** Unsigned requests to a bucket. */
  @Override
  public boolean wants(Request request) {
    return !ClaimReader.isSigned(request) && !request.path().equals("/");
  }

  @Override
  public Target target(Request request) {
    return new Target("s3", wanted(PresignedQuery.headers(request)).operation().name());
  }

  @Override
  public AwsError tooLarge(Request request) {
    return S3Error.bodyTooLarge(request.bodySize(), Request.MOST_BODY_BYTES);
  }

  @Override
  public Response perform(Request request, Target target, String requestId) {
    if (!FormDecoder.isEncoded(request.path())) {
      throw S3Error.invalidUri(request.path());
    }
    KnownHeaders.requireSize(request);
    if (!ClaimReader.isSigned(request)) {
      if (S3ClaimReader.isOld(request)) {
        throw S3ClaimReader.notSupported();
      }
      if (!target.action().equals(Operation.PostObject.name())) {
        throw S3Error.accessDenied();
      }
      return performForm(request).with("x-amz-request-id", requestId);
    }
    Claim claim = S3ClaimReader.read(request);
    requireRegion(request, claim);
    try {
      return perform(request, claim).with("x-amz-request-id", requestId);
    } catch (SignatureRefusedException e) {
      throw AuthenticationError.of(e, claim, clock.instant());
    }
  }

  private S3Request wanted(Request request) {
    return S3Request.of(request, hosts.path(request));
  }

  /**
   * One URL serves all regions, so every valid name of a region is accepted. Clients such as s3cmd
   * first sign for the region {@code US}, and learn the right one from the refusal.
   */
  private void requireRegion(Request request, Claim claim) {
    if (SignatureCheck.isRegion(claim.scope().region())) {
      return;
    }
    String expected;
    synchronized (state) {
      expected = Buckets.region(state, wanted(request).bucket());
    }
    throw AuthenticationError.wrongRegion(claim, expected);
  }

  private Response performForm(Request request) {
    Instant now = clock.instant();
    UploadForm form = UploadForm.of(request);
    String policy = form.policy();
    Claim claim = S3ClaimReader.readForm(form.fields());
    requireRegion(request, claim);
    Caller caller;
    try {
      caller = inWords(() -> authentication.callerOfForm(claim, policy, now), claim);
    } catch (SignatureRefusedException e) {
      throw AuthenticationError.of(e, claim, clock.instant());
    }
    S3Request wanted = FormUpload.wanted(wanted(request), form);
    form.requirePolicy(wanted.bucket(), now);
    Request asked = request.withOnlyHeaders(form.headers());
    Call call = call(caller, claim, request, now);
    synchronized (state) {
      S3Call upload = new S3Call(call, wanted, asked, FormUpload.body(form));
      return FormUpload.perform(upload, request, form);
    }
  }

  private Response perform(Request request, Claim claim) {
    Instant now = clock.instant();
    Request asked = PresignedQuery.headers(request);
    Payload payload = Payload.of(asked, claim);
    Caller caller = caller(request, claim, payload, now);
    requireSigned(request, claim);
    S3Request wanted = wanted(asked);
    Payload.Body body =
        payload.verified(caller.credential().secretAccessKey(), wanted.operation().sumsBody());
    Call call = call(caller, claim, request, now);
    synchronized (state) {
      return S3.perform(new S3Call(call, wanted, asked, body));
    }
  }

  private Call call(Caller caller, Claim claim, Request request, Instant now) {
    return new Call(
        Parameters.none(),
        caller,
        state,
        now,
        claim.scope().region(),
        request.sourceAddress(),
        request.secure(),
        authorizer);
  }

  @Override
  public Response refuse(Request request, Target target, AwsError error, String requestId) {
    Xml xml =
        Xml.document().open("Error").element("Code", error.code()).element("Message", error.text());
    error.details().forEach(xml::element);
    String body = xml.element("RequestId", requestId).close("Error").toString();
    Response response =
        Response.of(error.status(), "application/xml", body).with("x-amz-request-id", requestId);
    String region = error.details().get(AuthenticationError.REGION);
    return region == null ? response : response.with("x-amz-bucket-region", region);
  }

  @Override
  public FaultWords faultWords() {
    return FAULT_WORDS;
  }

  private Caller caller(Request request, Claim claim, Payload payload, Instant now) {
    return inWords(
        () -> authentication.caller(request, claim, "s3", check, payload.hash(), now), claim);
  }

  private static Caller inWords(Supplier<Caller> lookup, Claim claim) {
    try {
      return lookup.get();
    } catch (CredentialRefusedException e) {
      throw AuthenticationError.of(e, claim);
    }
  }

  /**
   * Headers that change what a request means must be signed: anybody could have added the others.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Amazon
   *     S3 API reference, the canonical headers of a request</a>
   */
  private static void requireSigned(Request request, Claim claim) {
    List<String> unsigned =
        request.headers().names().stream()
            .filter(name -> name.startsWith("x-amz-") && !claim.signedHeaders().contains(name))
            .toList();
    if (!unsigned.isEmpty()) {
      throw new AwsError(
          403,
          "AccessDenied",
          "There were headers present in the request which were not signed",
          Map.of("HeadersNotSigned", String.join(", ", unsigned)));
    }
  }
}
