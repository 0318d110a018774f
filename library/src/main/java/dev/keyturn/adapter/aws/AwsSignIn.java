package dev.keyturn.adapter.aws;

import dev.keyturn.adapter.aws.connection.Connections;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.profile.plan.CaBundle;
import dev.keyturn.domain.signin.SignInService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * AWS's sign-in federation endpoint. Called by POST, because a URL with keys in it ends up in the
 * logs of proxies.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html">Custom
 *     identity broker access to the console</a>
 */
public final class AwsSignIn implements SignInService {

  private static final Pattern TOKEN = Pattern.compile("\"SigninToken\"\\s*:\\s*\"([^\"\\\\]+)\"");
  private static final int MILLIS = 20_000;
  private static final int LARGEST_ANSWER = 1 << 16;

  private final Connections connections;

  /**
   * Built for a process.
   *
   * @param environment the variables that name proxies
   */
  public AwsSignIn(Map<String, String> environment) {
    this.connections = new Connections(environment);
  }

  @Override
  public Secret signInToken(
      URI endpoint,
      @Nullable CaBundle bundle,
      HandedCredentials session,
      @Nullable Duration duration) {
    StringBuilder form = new StringBuilder("Action=getSigninToken");
    if (duration != null) {
      form.append("&SessionDuration=").append(duration.toSeconds());
    }
    form.append("&Session=").append(URLEncoder.encode(json(session), StandardCharsets.UTF_8));
    return token(endpoint, bundle, form.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** AWS keys and tokens contain no character that JSON escapes. */
  private static String json(HandedCredentials session) {
    Secret token = session.sessionToken();
    if (token == null) {
      throw new IllegalArgumentException("long-term keys cannot sign in");
    }
    return "{\"sessionId\":\""
        + session.accessKeyId()
        + "\",\"sessionKey\":\""
        + session.secretAccessKey().reveal(Reveal.SIGN)
        + "\",\"sessionToken\":\""
        + token.reveal(Reveal.SIGN)
        + "\"}";
  }

  private Secret token(URI endpoint, @Nullable CaBundle bundle, byte[] form) {
    try {
      HttpURLConnection connection =
          connections.to(endpoint, bundle, it -> prepare(it, form.length)).connect();
      try (OutputStream out = connection.getOutputStream()) {
        out.write(form);
      }
      return token(endpoint, connection);
    } catch (IOException e) {
      throw connections.broken(endpoint, bundle).failure(e, true).exception(e);
    }
  }

  private static void prepare(HttpURLConnection connection, int length) throws IOException {
    connection.setRequestMethod("POST");
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(MILLIS);
    connection.setReadTimeout(MILLIS);
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(length);
    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
  }

  private static Secret token(URI endpoint, HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status / 100 == 4) {
      throw new AwsFailure.Refused(
              "HTTP " + status,
              "the AWS sign-in endpoint does not accept this session",
              "create a new one: keyturn login PROFILE --force")
          .exception();
    }
    if (status == HttpURLConnection.HTTP_OK) {
      try (InputStream in = connection.getInputStream()) {
        String body = new String(in.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8);
        Matcher found = TOKEN.matcher(body);
        if (found.find()) {
          return Secret.of(found.group(1));
        }
      }
    }
    throw new AwsFailure.ServiceFault(
            endpoint.toString(), "HTTP " + status + " without a sign-in token")
        .exception();
  }
}
