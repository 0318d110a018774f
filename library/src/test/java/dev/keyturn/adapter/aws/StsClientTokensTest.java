package dev.keyturn.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsServiceClientConfiguration;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

class StsClientTokensTest {

  private static final Signer SIGNER =
      new Signer(
          "AKIAIOSFODNN7EXAMPLE", Secret.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), null);

  private static final URI UNUSED = URI.create("https://unused.example");

  /** A client of the application that cannot ask. */
  private record Failing(Region region, SdkException why) implements StsClient {

    @Override
    public StsServiceClientConfiguration serviceClientConfiguration() {
      return StsServiceClientConfiguration.builder().region(region).build();
    }

    @Override
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
      throw why;
    }

    @Override
    public String serviceName() {
      return "sts";
    }

    @Override
    public void close() {}
  }

  private static Failure failure(String region, SdkException why) {
    Clock clock = Clock.systemUTC();
    StsClientTokens tokens =
        new StsClientTokens(
            new Failing(Region.of(region), why),
            new AwsTokenService(Map.of(), clock, line -> {}),
            clock);
    Endpoints endpoints = new Endpoints(UNUSED, region, UNUSED, region, null);
    return catchThrowableOfType(
            FailureException.class, () -> tokens.getCallerIdentity(endpoints, SIGNER))
        .failure();
  }

  @Test
  void an_interrupt_is_reported_as_one_and_the_thread_stays_interrupted() {
    Failure failure = failure("eu-west-1", AbortedException.create("Thread was interrupted"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isInstanceOf(Failure.Interrupted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, https://sts.eu-west-1.amazonaws.com",
    "cn-north-1, https://sts.cn-north-1.amazonaws.com.cn",
    "us-gov-west-1, https://sts.us-gov-west-1.amazonaws.com",
    "aws-global, https://sts.amazonaws.com"
  })
  void what_cannot_be_reached_is_named_as_in_its_partition(String region, String endpoint) {
    SdkException why = SdkClientException.create("no", new UnknownHostException("sts"));
    assertThat(failure(region, why).message()).contains(endpoint + ":");
  }
}
