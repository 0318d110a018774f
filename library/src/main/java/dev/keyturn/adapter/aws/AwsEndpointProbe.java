package dev.keyturn.adapter.aws;

import dev.keyturn.adapter.aws.connection.Connection;
import dev.keyturn.adapter.aws.connection.Connections;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.session.make.EndpointProbe;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends a request without a signature: STS refuses it, and every refusal has a date. */
public final class AwsEndpointProbe implements EndpointProbe {

  /**
   * Shorter than the limit of a check, so that the check can report which endpoint did not answer.
   */
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private final Connections connections;
  private final TimeLimit limit = new TimeLimit(LONGEST);

  /** With the proxies that {@code environment} names. */
  public AwsEndpointProbe(Map<String, String> environment) {
    this.connections = new Connections(environment);
  }

  @Override
  public @Nullable Instant time(Endpoints endpoints) {
    try {
      Connection connection =
          connections.to(
              endpoints.sts(), endpoints.caBundle(), it -> it.setInstanceFollowRedirects(false));
      long date = limit.keep(() -> date(connection.connect()), connection::disconnect);
      return date == 0 ? null : Instant.ofEpochMilli(date);
    } catch (IOException e) {
      throw connections
          .broken(endpoints.sts(), endpoints.caBundle())
          .failure(e, false)
          .exception(e);
    }
  }

  private static long date(HttpURLConnection connection) throws IOException {
    connection.getResponseCode();
    return connection.getHeaderFieldDate("Date", 0);
  }
}
