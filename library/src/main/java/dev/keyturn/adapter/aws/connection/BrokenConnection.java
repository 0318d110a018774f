package dev.keyturn.adapter.aws.connection;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.plan.CaBundle;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a connection, in plain words: Java's own messages are often class names.
 *
 * @param endpoint where the request was sent
 * @param proxy the proxy on the way; null for none
 * @param bundle the certificates that were trusted; null for those of the Java runtime
 */
public record BrokenConnection(URI endpoint, @Nullable URI proxy, @Nullable CaBundle bundle) {

  private static final Pattern TUNNEL = Pattern.compile("tunnel.*HTTP/[0-9.]+ ([0-9]{3})");

  /** The failure; {@code sent} if the request may have arrived. */
  public Failure failure(IOException cause, boolean sent) {
    String reason = cause instanceof SSLException tls ? "TLS: " + reason(tls) : reason(cause);
    return new AwsFailure.Unreachable(endpoint + throughProxy(), reason, sent);
  }

  private String throughProxy() {
    return proxy == null ? "" : " through the proxy " + proxy.getHost() + ":" + proxy.getPort();
  }

  private String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    Matcher tunnel = TUNNEL.matcher(message);
    if (tunnel.find()) {
      return "the proxy answers with HTTP " + tunnel.group(1);
    }
    if (e instanceof UnknownHostException) {
      return "unknown host " + message;
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return "connection refused or no route";
    }
    if (e instanceof SocketTimeoutException) {
      return "no answer in time";
    }
    return e.getMessage() == null ? "the connection broke" : "the connection broke: " + message;
  }

  private String reason(SSLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof CertificateExpiredException) {
        return "the server's certificate has expired";
      }
      if (cause instanceof CertificateNotYetValidException) {
        return "the server's certificate is not valid yet";
      }
      if (cause instanceof CertPathBuilderException) {
        return "the server's certificate is not signed by an authority " + trusted();
      }
      if (cause instanceof CertificateException && message.startsWith("No ")) {
        return "the server's certificate is for another host";
      }
      if (message.startsWith("Unsupported or unrecognized SSL message")) {
        return "the server does not speak TLS";
      }
    }
    return "the handshake failed";
  }

  private String trusted() {
    return bundle == null
        ? "that is trusted here; AWS_CA_BUNDLE or ca_bundle can name a file with others"
        : "in " + bundle.file() + ", which " + bundle.place() + " names (AWS_CA_BUNDLE, ca_bundle)";
  }
}
