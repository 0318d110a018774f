package dev.keyturn.domain.signin;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.plan.Loopback;
import dev.keyturn.domain.profile.plan.Partition;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.text.ShellCommand;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The console of a partition and its sign-in endpoint.
 *
 * <p>Source: IAM user guide, "Enabling custom identity broker access to the AWS console", and the
 * corresponding pages of the partitions.
 *
 * @param signIn the federation endpoint
 * @param console the console; null where that is not public
 * @param profile whose session signs in
 * @param region that of the profile
 */
public record WebConsole(URI signIn, @Nullable URI console, String profile, String region) {

  /** The characters of a console path and a region. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

  /**
   * The site of a plan's partition.
   *
   * @param environment read for {@code AWS_ENDPOINT_URL_SIGNIN}; an endpoint that serves both STS
   *     and IAM is not a host of AWS, and is used for the sign-in too
   */
  public static WebConsole of(SessionPlan plan, Map<String, String> environment) {
    String own = Variable.AWS_ENDPOINT_URL_SIGNIN.in(environment);
    if (!own.isEmpty()) {
      return at(federation(checked(own)), plan);
    }
    URI sts = plan.endpoints().sts();
    if (sts.equals(plan.endpoints().iam())) {
      return at(federation(sts), plan);
    }
    return at(federation(signIn(plan)), plan);
  }

  private static WebConsole at(URI signIn, SessionPlan plan) {
    return new WebConsole(signIn, console(plan), plan.profile(), plan.region());
  }

  private static URI federation(URI endpoint) {
    return endpoint.resolve("/federation");
  }

  /** The sign-in sends session keys, so it must use TLS or stay on this machine. */
  private static URI checked(String endpoint) {
    URI uri = httpUri(endpoint);
    if (!"https".equals(uri.getScheme()) && !Loopback.isHost(uri.getHost())) {
      throw new ProfileFailure.PlainHttp(endpoint).exception();
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
      // Reported below as not a URL.
    }
    throw new Failure.Usage("'" + text + "' is not an http or https URL", "").exception();
  }

  private static URI signIn(SessionPlan plan) {
    return switch (Partition.ofRegion(plan.region())) {
      case AWS -> URI.create("https://signin.aws.amazon.com");
      case CHINA -> URI.create("https://signin.amazonaws.cn");
      case GOV_CLOUD -> URI.create("https://signin.amazonaws-us-gov.com");
      case EUROPEAN_SOVEREIGN -> URI.create("https://signin.amazonaws-eusc.eu");
      case ISO, ISO_B, ISO_E, ISO_F ->
          throw new ProfileFailure.Bad(
                  plan.profile(),
                  "the console sign-in URL of partition " + plan.partition() + " is not public",
                  "export AWS_ENDPOINT_URL_SIGNIN=URL, then "
                      + ShellCommand.ADD
                      + "destination URL")
              .exception();
    };
  }

  private static @Nullable URI console(SessionPlan plan) {
    return switch (Partition.ofRegion(plan.region())) {
      case AWS -> URI.create("https://console.aws.amazon.com");
      case CHINA -> URI.create("https://console.amazonaws.cn");
      case GOV_CLOUD -> URI.create("https://console.amazonaws-us-gov.com");
      case EUROPEAN_SOVEREIGN -> URI.create("https://console.amazonaws-eusc.eu");
      case ISO, ISO_B, ISO_E, ISO_F -> null;
    };
  }

  /**
   * A page of the console.
   *
   * @param service the first part of its path, such as {@code s3}; {@code console} for the entry
   * @param in a region of the same partition
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage} for an invalid name, and for
   *     a region of another partition
   */
  public URI page(String service, String in) {
    requireName("a service", service, ShellCommand.of("keyturn", "console", profile, "s3"));
    String here = ShellCommand.of("keyturn", "console", profile, "--region", region);
    requireName("a region", in, here);
    Partition own = Partition.ofRegion(region);
    Partition other = Partition.ofRegion(in);
    if (own != other) {
      throw new Failure.Usage(
              String.format(
                  Locale.ROOT,
                  "region %s is in partition %s, and profile '%s' in %s: their consoles have"
                      + " different users",
                  in,
                  other.id(),
                  profile,
                  own.id()),
              here)
          .exception();
    }
    if (console == null) {
      throw new Failure.Usage(
              "the console URL of this partition is not public",
              ShellCommand.of("keyturn", "console", profile, "--destination", "URL"))
          .exception();
    }
    return console.resolve("/" + service + "/home?region=" + in);
  }

  private static void requireName(String what, String name, String hint) {
    if (!NAME.matcher(name).matches()) {
      throw new Failure.Usage("'" + name + "' is not the name of " + what, hint).exception();
    }
  }

  /**
   * The URL that signs in with {@code token} and then shows {@code destination}. It is a secret.
   */
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
