package dev.keyturn.adapter.aws;

import dev.keyturn.adapter.aws.connection.Connection;
import dev.keyturn.adapter.aws.connection.Connections;
import dev.keyturn.adapter.aws.signature.SignatureV4;
import dev.keyturn.domain.profile.plan.CaBundle;
import dev.keyturn.domain.session.make.CallTrace;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends one signed request, once, and returns what came back. Nothing is retried here: a request
 * may carry an MFA code, which AWS accepts only once. Thread-safe.
 */
final class SignedRequests {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 20_000;

  /** For a whole call: other processes wait for the session's lock during this time. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** No answer of STS or IAM comes near this size. */
  private static final int LARGEST_ANSWER = 1 << 20;

  /**
   * A call.
   *
   * @param endpoint where to
   * @param service the service's signing name
   * @param region the region signed for
   * @param parameters the parameters of a POST in the Query protocol, Action and Version among
   *     them, in order; none for a GET
   * @param caBundle the certificates to trust; null for those of the Java runtime
   * @param document a JSON document to PUT; null for the other methods
   */
  record Call(
      URI endpoint,
      String service,
      String region,
      Map<String, String> parameters,
      @Nullable CaBundle caBundle,
      @Nullable String document) {

    /** A call of the Query protocol. */
    Call(
        URI endpoint,
        String service,
        String region,
        Map<String, String> parameters,
        @Nullable CaBundle caBundle) {
      this(endpoint, service, region, parameters, caBundle, null);
    }

    /** A request without parameters, by GET. */
    static Call get(URI endpoint, String service, String region) {
      return new Call(endpoint, service, region, Map.of(), null);
    }

    boolean hasBody() {
      return document != null || !parameters.isEmpty();
    }

    String method() {
      if (document != null) {
        return "PUT";
      }
      return parameters.isEmpty() ? "GET" : "POST";
    }

    /** The action, for traces. */
    String action() {
      return parameters.getOrDefault("Action", method());
    }
  }

  /**
   * What came back.
   *
   * @param status the HTTP status
   * @param date the Date header as sent; null when there was none
   * @param body the body
   */
  record Answer(int status, @Nullable String date, String body) {}

  /**
   * The state of a call. If it was abandoned before it was sent, its MFA code can be used again.
   */
  private enum Progress {
    UNSENT,
    SENDING,
    GIVEN_UP
  }

  private final Connections connections;
  private final Clock clock;
  private final CallTrace trace;
  private final TimeLimit limit;

  SignedRequests(Connections connections, Clock clock, CallTrace trace) {
    this(connections, clock, trace, new TimeLimit(LONGEST));
  }

  /** With another limit for a whole call. */
  SignedRequests(Connections connections, Clock clock, CallTrace trace, TimeLimit limit) {
    this.connections = connections;
    this.clock = clock;
    this.trace = trace;
    this.limit = limit;
  }

  Answer send(Call call, Signer signer) {
    byte[] body = body(call);
    Map<String, String> headers = headers(call, signer, body);
    AtomicReference<Progress> progress = new AtomicReference<>(Progress.UNSENT);
    try {
      Connection connection =
          connections.to(
              call.endpoint(), call.caBundle(), it -> prepare(it, call, headers, body.length));
      return limit.keep(
          () -> exchange(connection, body, progress), connection::disconnect, wait(call));
    } catch (IOException e) {
      // From here on the call's thread, which may still be connecting, must not send anything.
      boolean sent = !progress.compareAndSet(Progress.UNSENT, Progress.GIVEN_UP);
      throw connections.broken(call.endpoint(), call.caBundle()).failure(e, sent).exception(e);
    }
  }

  private TimeLimit.Wait wait(Call call) {
    return new TimeLimit.Wait() {
      @Override
      public void begin() {
        trace.waitsFor(call.endpoint());
      }

      @Override
      public void end() {
        trace.waitIsOver();
      }
    };
  }

  private static byte[] body(Call call) {
    String document = call.document();
    return document == null ? form(call.parameters()) : document.getBytes(StandardCharsets.UTF_8);
  }

  private static Answer exchange(
      Connection prepared, byte[] body, AtomicReference<Progress> progress) throws IOException {
    HttpURLConnection connection = prepared.connect();
    if (!progress.compareAndSet(Progress.UNSENT, Progress.SENDING)) {
      connection.disconnect();
      throw new SocketTimeoutException();
    }
    if (connection.getDoOutput()) {
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
    }
    return new Answer(
        connection.getResponseCode(), connection.getHeaderField("Date"), read(connection));
  }

  private static void prepare(
      HttpURLConnection connection, Call call, Map<String, String> headers, int length)
      throws IOException {
    connection.setRequestMethod(call.method());
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    if (call.hasBody()) {
      // In streaming mode HttpURLConnection never sends a POST a second time by itself.
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(length);
    }
    headers.forEach(connection::setRequestProperty);
  }

  private static String read(HttpURLConnection connection) throws IOException {
    InputStream stream =
        connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream();
    if (stream == null) {
      return "";
    }
    try (stream) {
      return new String(stream.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8);
    }
  }

  private Map<String, String> headers(Call call, Signer signer, byte[] body) {
    Map<String, String> headers = new TreeMap<>();
    if (call.document() != null) {
      headers.put("content-type", "application/json");
    } else if (call.hasBody()) {
      headers.put("content-type", "application/x-www-form-urlencoded; charset=utf-8");
    }
    SignatureV4 signature = new SignatureV4(call.service(), call.region(), clock.instant());
    return signature.sign(call.method(), call.endpoint(), headers, body, signer);
  }

  private static byte[] form(Map<String, String> parameters) {
    StringBuilder form = new StringBuilder();
    parameters.forEach((name, value) ->
        form.append(form.isEmpty() ? "" : "&")
            .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return form.toString().getBytes(StandardCharsets.UTF_8);
  }
}
