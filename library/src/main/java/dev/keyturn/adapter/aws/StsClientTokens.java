package dev.keyturn.adapter.aws;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.Identity;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsServiceClientConfiguration;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * STS through an {@code StsClient} of the application, with its endpoint, region, proxy and
 * retries. Each call sets its own credentials; a call with an MFA code is never repeated.
 */
public final class StsClientTokens implements TokenService {

  private final StsClient sts;
  private final TokenService others;
  private final Refusals refusals;
  private final Clock clock;

  /**
   * Takes its collaborators.
   *
   * @param sts the client
   * @param others asks IAM
   * @param clock says whether a session has expired, and whether a clock is off
   */
  public StsClientTokens(StsClient sts, TokenService others, Clock clock) {
    this.sts = sts;
    this.others = others;
    this.refusals = new Refusals(clock);
    this.clock = clock;
  }

  @Override
  public SessionCredentials getSessionToken(
      Endpoints endpoints, Signer signer, Step.GetSessionToken step, @Nullable Mfa mfa) {
    Credentials granted =
        answer(
                "GetSessionToken",
                signer,
                mfa,
                () ->
                    sts.getSessionToken(request ->
                        request
                            .durationSeconds((int) step.duration().toSeconds())
                            .serialNumber(serialNumber(mfa))
                            .tokenCode(code(mfa))
                            .overrideConfiguration(as(signer, mfa))))
            .credentials();
    return grant(parts(granted)).credentials();
  }

  @Override
  public AssumedRole assumeRole(
      Endpoints endpoints,
      Signer signer,
      Step.AssumeRole step,
      String sessionName,
      @Nullable Mfa mfa) {
    List<Tag> tags =
        step.parameters().tags().stream()
            .map(tag -> Tag.builder().key(tag.key()).value(tag.value()).build())
            .toList();
    List<PolicyDescriptorType> policies =
        step.parameters().policies().arns().stream()
            .map(arn -> PolicyDescriptorType.builder().arn(arn).build())
            .toList();
    AssumeRoleResponse granted =
        answer(
            "AssumeRole",
            signer,
            mfa,
            () ->
                sts.assumeRole(request ->
                    request
                        .roleArn(step.roleArn())
                        .roleSessionName(sessionName)
                        .durationSeconds((int) step.duration().toSeconds())
                        .externalId(step.parameters().externalId())
                        .sourceIdentity(step.parameters().sourceIdentity())
                        .tags(tags)
                        .policy(step.parameters().policies().document())
                        .policyArns(policies.isEmpty() ? null : policies)
                        .serialNumber(serialNumber(mfa))
                        .tokenCode(code(mfa))
                        .overrideConfiguration(as(signer, mfa))));
    Map<String, @Nullable String> parts = parts(granted.credentials());
    AssumedRoleUser role = granted.assumedRoleUser();
    if (role != null) {
      parts.put("Arn", role.arn());
      parts.put("AssumedRoleId", role.assumedRoleId());
    }
    return grant(parts).assumedRole();
  }

  @Override
  public Identity getCallerIdentity(Endpoints endpoints, Signer signer) {
    GetCallerIdentityResponse caller =
        answer(
            "GetCallerIdentity",
            signer,
            null,
            () ->
                sts.getCallerIdentity(request -> request.overrideConfiguration(as(signer, null))));
    Map<String, @Nullable String> parts = new HashMap<>();
    parts.put("Account", caller.account());
    parts.put("Arn", caller.arn());
    parts.put("UserId", caller.userId());
    return grant(parts).caller();
  }

  @Override
  public List<MfaDevice> listMfaDevices(Endpoints endpoints, Signer signer) {
    return others.listMfaDevices(endpoints, signer);
  }

  private <T> T answer(String action, Signer signer, @Nullable Mfa mfa, Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      throw refusal(action, signer, mfa, e).exception(e);
    } catch (AbortedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    } catch (SdkException e) {
      String why = String.valueOf(e.getMessage());
      throw new AwsFailure.Unreachable(endpoint().toString(), why, isSent(e)).exception(e);
    }
  }

  private Failure refusal(String action, Signer signer, @Nullable Mfa mfa, AwsServiceException e) {
    Map<String, String> parameters = new HashMap<>(Map.of("Action", action));
    if (mfa != null) {
      parameters.put("SerialNumber", mfa.device().serialNumber());
      parameters.put("TokenCode", mfa.code().digits());
    }
    AwsErrorDetails details = e.awsErrorDetails();
    SdkHttpResponse answer = details == null ? null : details.sdkHttpResponse();
    return refusals.failure(
        new SignedRequests.Call(endpoint(), "sts", "", parameters, null),
        signer,
        e.statusCode(),
        details == null ? "" : Objects.requireNonNullElse(details.errorCode(), ""),
        details == null ? "" : Objects.requireNonNullElse(details.errorMessage(), "").strip(),
        answer == null ? null : answer.firstMatchingHeader("Date").orElse(null));
  }

  private URI endpoint() {
    StsServiceClientConfiguration configuration = sts.serviceClientConfiguration();
    return configuration
        .endpointOverride()
        .orElseGet(() ->
            URI.create(
                "https://" + StsClient.serviceMetadata().endpointFor(configuration.region())));
  }

  /** Whether AWS may have seen the request. */
  private static boolean isSent(SdkException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
        return false;
      }
    }
    return true;
  }

  private static AwsRequestOverrideConfiguration as(Signer signer, @Nullable Mfa mfa) {
    AwsRequestOverrideConfiguration.Builder override =
        AwsRequestOverrideConfiguration.builder()
            .credentialsProvider(StaticCredentialsProvider.create(keys(signer)));
    return mfa == null ? override.build() : override.addPlugin(StsClientTokens::once).build();
  }

  /** AWS may have accepted the code although no answer came. */
  private static void once(SdkServiceClientConfiguration.Builder client) {
    client.overrideConfiguration(
        client.overrideConfiguration().copy(to -> to.retryStrategy(AwsRetryStrategy.doNotRetry())));
  }

  private static AwsCredentials keys(Signer signer) {
    Secret readable = signer.key().secret();
    if (readable == null) {
      throw new IllegalArgumentException("the SDK's clients sign with secrets that can be read");
    }
    String secret = readable.reveal(Reveal.SIGN);
    Secret token = signer.sessionToken();
    return token == null
        ? AwsBasicCredentials.create(signer.accessKeyId(), secret)
        : AwsSessionCredentials.create(signer.accessKeyId(), secret, token.reveal(Reveal.SIGN));
  }

  private static @Nullable String serialNumber(@Nullable Mfa mfa) {
    return mfa == null ? null : mfa.device().serialNumber();
  }

  private static @Nullable String code(@Nullable Mfa mfa) {
    return mfa == null ? null : mfa.code().digits();
  }

  private StsGrant grant(Map<String, @Nullable String> parts) {
    return new StsGrant(parts::get, endpoint(), clock.instant());
  }

  private static Map<String, @Nullable String> parts(@Nullable Credentials granted) {
    Map<String, @Nullable String> parts = new HashMap<>();
    if (granted != null) {
      parts.put("AccessKeyId", granted.accessKeyId());
      parts.put("SecretAccessKey", granted.secretAccessKey());
      parts.put("SessionToken", granted.sessionToken());
      Instant end = granted.expiration();
      parts.put("Expiration", end == null ? null : end.toString());
    }
    return parts;
  }
}
