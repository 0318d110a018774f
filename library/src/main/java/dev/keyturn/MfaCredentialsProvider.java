package dev.keyturn;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PolicyRequest;
import dev.keyturn.domain.session.store.RefreshWindow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Credentials of a profile that needs MFA, for every client of the AWS SDK for Java 2.
 *
 * <p>One code creates a session of the user. Roles are assumed from that session without another
 * code, and are renewed until it ends. Sessions are shared with the {@code keyturn} program and
 * with every other process of the user, so that all of them together ask for one code. A profile
 * without MFA is left to the SDK's own {@code ProfileCredentialsProvider}.
 *
 * {@snippet file="ListBucket.java" region="list"}
 *
 * <p>Codes come from {@link Builder#codes}, else from the program that the setting {@code
 * mfa_process} of the profile names, else from the person at the console. Frameworks that make
 * their providers by name, such as Hadoop's S3A and Spark, find {@link #create()}.
 *
 * <p>Thread-safe. {@link #close()} ends a renewal that is under way and waits until it has ended,
 * for about a second at most; sessions are kept, and a provider that is used after {@code close()}
 * still returns credentials, renewing them while the calling thread waits.
 *
 * @see <a href="https://github.com/aws/aws-sdk-java-v2/issues/995">aws-sdk-java-v2 issue 995</a>
 */
public final class MfaCredentialsProvider implements AwsCredentialsProvider, SdkAutoCloseable {

  private final String profile;
  private final RenewedCredentials credentials;

  private MfaCredentialsProvider(Builder builder) {
    PlanRequest request = builder.request();
    RefreshWindow window = builder.window();
    this.profile = request.profile();
    this.credentials =
        new RenewedCredentials(
            builder.wiring().credentials(request, window), window, builder.clock, builder.async);
  }

  /**
   * For the profile that {@code AWS_PROFILE} names, else {@code default}; codes by its {@code
   * mfa_process}, else the console.
   */
  public static MfaCredentialsProvider create() {
    return builder().build();
  }

  /** A builder whose every setting has a default. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The credentials, from memory while they are valid.
   *
   * @throws SdkClientException when there is no session and none can be made; the message says why
   *     and what to do, and never contains a secret; what a callback throws comes through as it is
   */
  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return credentials.get();
    } catch (FailureException e) {
      throw told(e);
    }
  }

  /** As {@link #resolveCredentials()}, on the calling thread. */
  @Override
  public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
    return CompletableFuture.completedFuture(resolveCredentials());
  }

  private static SdkClientException told(FailureException e) {
    Failure failure = e.failure();
    String hint = failure.hint().isEmpty() ? "" : "; hint: " + failure.hint();
    return SdkClientException.create(failure.message() + hint, e);
  }

  @Override
  public void close() {
    credentials.close();
  }

  /** Says nothing of credentials. */
  @Override
  public String toString() {
    return "MfaCredentialsProvider(" + profile + ")";
  }

  /** Builds providers. Not thread-safe; can be used again. */
  public static final class Builder {

    private Map<String, String> environment = System.getenv();
    private @Nullable String profile;
    private @Nullable Path configFile;
    private @Nullable Path credentialsFile;
    private @Nullable MfaCodeCallback codes;
    private @Nullable String roleArn;
    private PolicyRequest policies = PolicyRequest.NONE;
    private @Nullable StsClient sts;
    private boolean inMemory;
    private boolean async = true;
    private @Nullable RefreshWindow window;
    private Clock clock = Clock.systemUTC();

    private Builder() {}

    /** The profile; by default {@code AWS_PROFILE}, else {@code default}. */
    public Builder profileName(String name) {
      profile = name;
      return this;
    }

    /** A role to assume with the profile's session, beyond what the files say. */
    public Builder roleArn(String arn) {
      roleArn = arn;
      return this;
    }

    /**
     * Limits the session of the role to what this policy allows too. AWS has no such limit for the
     * session of a user.
     *
     * @param json the policy, of at most 2,048 characters without white space
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">IAM
     *     User Guide, session policies</a>
     */
    public Builder sessionPolicy(String json) {
      policies = policies.withDocument(json);
      return this;
    }

    /** As {@link #sessionPolicy}, by up to 10 managed policies. */
    public Builder sessionPolicyArns(List<String> arns) {
      policies = policies.withArns(List.copyOf(arns));
      return this;
    }

    /** As {@link #sessionPolicyArns}, by the AWS policy {@code ReadOnlyAccess}. */
    public Builder readOnly() {
      policies = policies.withReadOnly();
      return this;
    }

    /**
     * Where codes come from; by default the program that {@code mfa_process} of the profile names,
     * else the person at the console.
     */
    public Builder codes(MfaCodeCallback callback) {
      codes = callback;
      return this;
    }

    /** The config file; by default {@code AWS_CONFIG_FILE}, else {@code ~/.aws/config}. */
    public Builder configFile(Path file) {
      configFile = file;
      return this;
    }

    /** The credentials file; by default as {@link #configFile}. */
    public Builder credentialsFile(Path file) {
      credentialsFile = file;
      return this;
    }

    /**
     * The environment variables that are read: those of the AWS SDKs, {@code HOME} and {@code
     * KEYTURN_HOME}; by default those of the process.
     */
    public Builder environment(Map<String, String> variables) {
      environment = Map.copyOf(variables);
      return this;
    }

    /** Keeps sessions in this provider alone, and nothing on disk. */
    public Builder cacheInMemory() {
      inMemory = true;
      return this;
    }

    /**
     * The STS client to use, with its endpoint, region, proxy and retries, instead of those from
     * the environment and the profile. It needs the SDK's module {@code sts} and no credentials of
     * its own; the application closes it.
     */
    public Builder stsClient(StsClient client) {
      sts = client;
      return this;
    }

    /** Whether a background thread renews credentials ahead of time; true by default. */
    public Builder asyncCredentialUpdateEnabled(boolean enabled) {
      async = enabled;
      return this;
    }

    /**
     * When sessions are renewed; by default as {@code KEYTURN_RENEW_WITHIN} says.
     *
     * @param silent with less time left, sessions that need no code are renewed; 20 minutes by
     *     default
     * @param prefetch with less time left, a callback or {@code mfa_process} is asked for a code
     *     ahead of time; 5 minutes by default
     * @param stale with less time left, a session is no longer used; 1 minute by default
     */
    public Builder renewWithin(Duration silent, Duration prefetch, Duration stale) {
      window = new RefreshWindow(silent, prefetch, stale);
      return this;
    }

    /** The clock; the system's by default. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /**
     * The provider. Reads no file and makes no call yet.
     *
     * @throws SdkClientException when {@code KEYTURN_RENEW_WITHIN} is not a list of durations
     */
    public MfaCredentialsProvider build() {
      try {
        return new MfaCredentialsProvider(this);
      } catch (FailureException e) {
        throw told(e);
      }
    }

    private RefreshWindow window() {
      return window == null ? RefreshWindow.of(environment) : window;
    }

    private ProviderWiring wiring() {
      return new ProviderWiring(variables(), clock, inMemory, codes, sts);
    }

    private Map<String, String> variables() {
      Map<String, String> variables = new HashMap<>(environment);
      if (configFile != null) {
        variables.put(Variable.AWS_CONFIG_FILE.name(), configFile.toString());
      }
      if (credentialsFile != null) {
        variables.put(Variable.AWS_SHARED_CREDENTIALS_FILE.name(), credentialsFile.toString());
      }
      return variables;
    }

    private PlanRequest request() {
      Map<String, String> variables = variables();
      String named = profile;
      String name = named == null ? Variable.AWS_PROFILE.in(variables) : named;
      return PlanRequest.of(name.isBlank() ? "default" : name, variables)
          .withRole(roleArn)
          .withPolicies(policies);
    }
  }
}
