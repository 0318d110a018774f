package dev.keyturn.domain.console;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.Partition;
import dev.keyturn.domain.profile.SessionPlan;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a partition's console is, and where one signs in to it.
 *
 * <p>Source: IAM user guide, "Enabling custom identity broker access to the AWS console", and the
 * corresponding pages of the partitions.
 *
 * @param signIn the federation endpoint
 * @param console the console
 */
public record ConsoleSite(URI signIn, URI console) {

  /** What a console's path and a region may consist of. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

  /**
   * The site of a plan's partition.
   *
   * @param environment of which {@code AWS_ENDPOINT_URL_SIGNIN} counts; an endpoint that serves STS
   *     and IAM alike is no host of AWS's, and serves the sign-in too
   */
  public static ConsoleSite of(SessionPlan plan, Map<String, String> environment) {
    ConsoleSite site = ofPartition(plan);
    URI sts = plan.endpoints().sts();
    String own = environment.getOrDefault("AWS_ENDPOINT_URL_SIGNIN", "");
    if (!own.isBlank()) {
      return new ConsoleSite(federation(checked(own)), site.console());
    }
    return sts.equals(plan.endpoints().iam())
        ? new ConsoleSite(federation(sts), site.console())
        : site;
  }

  private static URI federation(URI endpoint) {
    return endpoint.resolve("/federation");
  }

  /** The sign-in sends session keys: over TLS, or to this machine. */
  private static URI checked(String endpoint) {
    URI uri = httpUri(endpoint);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    if (!"https".equals(uri.getScheme()) && !here) {
      throw new Failure.PlainHttp(endpoint).exception();
    }
    return uri;
  }

  private static URI httpUri(String text) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below: it is none.
    }
    throw new Failure.Usage("'" + text + "' is not an http or https URL", "").exception();
  }

  private static ConsoleSite ofPartition(SessionPlan plan) {
    return switch (Partition.ofRegion(plan.region())) {
      case AWS -> at("signin.aws.amazon.com", "console.aws.amazon.com");
      case CHINA -> at("signin.amazonaws.cn", "console.amazonaws.cn");
      case GOV_CLOUD -> at("signin.amazonaws-us-gov.com", "console.amazonaws-us-gov.com");
      case EUROPEAN_SOVEREIGN -> at("signin.amazonaws-eusc.eu", "console.amazonaws-eusc.eu");
      case ISO, ISO_B, ISO_E, ISO_F ->
          throw new Failure.BadProfile(
                  plan.profile(),
                  "where the console of partition " + plan.partition() + " is, is not public",
                  "set AWS_ENDPOINT_URL_SIGNIN, and give --destination")
              .exception();
    };
  }

  private static ConsoleSite at(String signIn, String console) {
    return new ConsoleSite(
        URI.create("https://" + signIn + "/federation"), URI.create("https://" + console));
  }

  /**
   * A page of the console.
   *
   * @param service the first part of its path, such as {@code s3}; {@code console} for the entry
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage} when a name cannot be one
   */
  public URI page(String service, String region) {
    requireName("a service", service);
    requireName("a region", region);
    return console.resolve("/" + service + "/home?region=" + region);
  }

  private static void requireName(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new Failure.Usage(
              "'" + name + "' is not the name of " + what, "keyturn console PROFILE s3")
          .exception();
    }
  }

  /** The page that signs in with {@code token} and then shows {@code destination}. A secret. */
  public String signInUrl(String token, URI destination) {
    return signIn
        + "?Action=login&Issuer=keyturn&Destination="
        + encoded(destination.toString())
        + "&SigninToken="
        + encoded(token);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
