package dev.keyturn.adapter.aws;

import dev.keyturn.adapter.aws.connection.Connections;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.setup.BucketCaller;
import dev.keyturn.domain.iam.setup.BucketPolicyService;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * S3, as far as buckets and their policies go.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html">ListBuckets</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html">PutBucketPolicy</a>
 */
public final class AwsBuckets implements BucketPolicyService {

  private final SignedRequests requests;
  private final Refusals refusals;

  /**
   * Built for a process.
   *
   * @param environment the variables that name proxies
   * @param clock what requests are signed at
   */
  public AwsBuckets(Map<String, String> environment, Clock clock) {
    this.requests = new SignedRequests(new Connections(environment), clock, line -> {});
    this.refusals = new Refusals(clock);
  }

  /** The names of the signer's buckets. */
  public List<String> list(URI endpoint, String region, Signer signer) {
    SignedRequests.Call call = SignedRequests.Call.get(endpoint, "s3", region);
    return refusals.check(call, signer, requests.send(call, signer)).all("Name");
  }

  @Override
  public Optional<String> find(BucketCaller caller, String bucket) {
    return new Retries().withoutCode(() -> found(caller, bucket));
  }

  private Optional<String> found(BucketCaller caller, String bucket) {
    SignedRequests.Call call = call(caller, bucket, null);
    SignedRequests.Answer answer = requests.send(call, caller.signer());
    if (answer.status() == HttpURLConnection.HTTP_OK) {
      return Optional.of(answer.body());
    }
    try {
      refusals.check(call, caller.signer(), answer);
      return Optional.empty();
    } catch (FailureException e) {
      if (Nature.saysThereIsNoPolicy(e.failure())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void put(BucketCaller caller, String bucket, String document) {
    new Retries()
        .withoutCode(() -> {
          SignedRequests.Call call = call(caller, bucket, document);
          SignedRequests.Answer answer = requests.send(call, caller.signer());
          if (answer.status() != HttpURLConnection.HTTP_NO_CONTENT) {
            refusals.check(call, caller.signer(), answer);
          }
          return bucket;
        });
  }

  /** The address has the bucket in its path, which works at every endpoint. */
  private static SignedRequests.Call call(
      BucketCaller caller, String bucket, @Nullable String document) {
    String address = caller.endpoint().toString().replaceFirst("/$", "") + "/" + bucket + "?policy";
    return new SignedRequests.Call(
        URI.create(address), "s3", caller.region(), Map.of(), caller.caBundle(), document);
  }
}
