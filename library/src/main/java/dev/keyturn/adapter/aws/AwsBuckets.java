package dev.keyturn.adapter.aws;

import dev.keyturn.domain.session.make.TokenService.Signer;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * S3's ListBuckets.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html">ListBuckets</a>
 */
public final class AwsBuckets {

  private final SignedRequests requests;
  private final Refusals refusals;

  /**
   * Built for a process.
   *
   * @param environment the variables that name proxies
   * @param clock what requests are signed at
   */
  public AwsBuckets(Map<String, String> environment, Clock clock) {
    this.requests = new SignedRequests(new Connections(environment), clock);
    this.refusals = new Refusals(clock);
  }

  /** The names of the signer's buckets. */
  public List<String> list(URI endpoint, String region, Signer signer) {
    SignedRequests.Call call = SignedRequests.Call.get(endpoint, "s3", region);
    return refusals.check(call, signer, requests.send(call, signer)).all("Name");
  }
}
