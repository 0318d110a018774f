package dev.keyturn.adapter.aws.connection;

import dev.keyturn.domain.profile.plan.CaBundle;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection for one request, made when it is needed. One thread connects it; another may
 * disconnect it.
 */
public final class Connection {

  /** Sets the method, the headers and the like. */
  public interface Preparation {
    /** Called with each connection that is tried, before it is connected. */
    void of(HttpURLConnection connection) throws IOException;
  }

  private final Connections connections;
  private final URI endpoint;
  private final @Nullable CaBundle bundle;
  private final Preparation preparation;
  private final boolean offersMore;
  private volatile HttpURLConnection current;

  Connection(
      Connections connections, URI endpoint, @Nullable CaBundle bundle, Preparation preparation)
      throws IOException {
    this.connections = connections;
    this.endpoint = endpoint;
    this.bundle = bundle;
    this.preparation = preparation;
    this.offersMore = connections.offersMore(endpoint);
    this.current = connections.open(endpoint, bundle);
    preparation.of(current);
  }

  /** Connects; nothing of the request is sent yet. */
  public HttpURLConnection connect() throws IOException {
    try {
      current.connect();
    } catch (SSLException e) {
      if (offersMore || !KeyGroups.mayBeReason(e)) {
        throw e;
      }
      connections.offerMore(endpoint);
      current = connections.open(endpoint, bundle);
      preparation.of(current);
      current.connect();
    }
    return current;
  }

  /** Ends it from another thread. */
  public void disconnect() {
    current.disconnect();
  }
}
