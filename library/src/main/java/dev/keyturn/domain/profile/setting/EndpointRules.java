package dev.keyturn.domain.profile.setting;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.CaBundle;
import dev.keyturn.domain.profile.plan.Loopback;
import dev.keyturn.domain.profile.plan.Partition;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.profile.rule.Chain;
import dev.keyturn.domain.profile.rule.Findings;
import dev.keyturn.domain.text.ShellCommand;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Determines the endpoints of STS and IAM.
 *
 * <p>A configured URL takes precedence, in the order {@code AWS_ENDPOINT_URL_<SERVICE>}, {@code
 * AWS_ENDPOINT_URL}, the profile's {@code services} section, its {@code endpoint_url}; else the
 * host is derived from region, FIPS and dual stack. Source: the AWS SDK reference guide
 * (service-specific endpoints, STS regional endpoints) and botocore's endpoint rule sets.
 */
public final class EndpointRules {

  private final AwsConfiguration files;
  private final PlanRequest request;
  private final Section profile;
  private final Chain chain;
  private final SettingResolver resolver;
  private final Findings findings;
  private final String region;
  private final Partition partition;
  private final boolean fips;
  private final boolean dualStack;

  public EndpointRules(
      AwsConfiguration files, PlanRequest request, Chain chain, Findings findings, String region) {
    this.files = files;
    this.request = request;
    this.profile = chain.sections().get(0);
    this.chain = chain;
    this.resolver = new SettingResolver(request, chain, findings);
    this.findings = findings;
    this.region = region;
    this.partition = Partition.ofRegion(region);
    this.fips = resolver.isSwitchedOn(ProfileSetting.USE_FIPS_ENDPOINT);
    this.dualStack = resolver.isSwitchedOn(ProfileSetting.USE_DUALSTACK_ENDPOINT);
  }

  public Endpoints resolve() {
    URI ownSts = own("sts", Variable.AWS_ENDPOINT_URL_STS);
    URI ownIam = own("iam", Variable.AWS_ENDPOINT_URL_IAM);
    boolean global = ownSts == null && isGlobal();
    return new Endpoints(
        ownSts != null ? ownSts : URI.create("https://" + (global ? GLOBAL_STS : stsHost())),
        global || region.equals("aws-global") ? "us-east-1" : region,
        ownIam != null ? ownIam : URI.create("https://" + iamHost()),
        partition.iamRegion(),
        caBundle());
  }

  /** The S3 endpoint. Computed separately, so that a wrong S3 setting does not affect a plan. */
  public URI s3() {
    URI own = own("s3", Variable.AWS_ENDPOINT_URL_S3);
    return own != null ? own : URI.create("https://" + s3Host());
  }

  private String s3Host() {
    String service = "s3" + (fips ? "-fips" : "") + (dualStack ? ".dualstack" : "");
    String place = region.equals("aws-global") ? partition.iamRegion() : region;
    return service + "." + place + "." + partition.dnsSuffix();
  }

  private @Nullable CaBundle caBundle() {
    return resolver
        .resolve(ProfileSetting.CA_BUNDLE)
        .map(bundle -> new CaBundle(bundle.value(), bundle.place()))
        .orElse(null);
  }

  // --- configured URLs -------------------------------------------------------------------------

  private @Nullable URI own(String service, Variable ofService) {
    if (resolver.isSwitchedOn(ProfileSetting.IGNORE_CONFIGURED_ENDPOINT_URLS)) {
      return null;
    }
    Optional<Configured> configured = configured(service, ofService);
    return configured.isPresent() ? checked(configured.get()) : null;
  }

  private record Configured(String url, String place) {}

  private Optional<Configured> configured(String service, Variable ofService) {
    return variable(ofService)
        .or(() -> variable(Variable.AWS_ENDPOINT_URL))
        .or(() -> chain.inFiles(ProfileSetting.SERVICES).flatMap(name -> ofServices(name, service)))
        .or(() -> chain.inFiles(ProfileSetting.ENDPOINT_URL).map(this::used));
  }

  private Optional<Configured> variable(Variable variable) {
    String name = variable.name();
    return request
        .variable(variable)
        .map(url ->
            new Configured(findings.use(ProfileSetting.ENDPOINT_URL.label(), url, name), name));
  }

  private Optional<Configured> ofServices(Setting name, String service) {
    Section services = files.services().get(name.value());
    if (services == null) {
      throw bad(
          "there is no section [services " + name.value() + "]",
          name.origin().toString(),
          ShellCommand.of("keyturn", "config", "unset", "profile." + profile.name() + ".services"));
    }
    ServicesSection section = new ServicesSection(services, service);
    Optional<Setting> url = section.url();
    ServicesSection.Mistake mistake = url.isPresent() ? null : section.mistake();
    if (mistake != null) {
      throw bad(
          "[services " + name.value() + "]: " + mistake.what(),
          mistake.at().origin().toString(),
          "write two lines: '" + service + " =' and, indented below it, 'endpoint_url = URL'");
    }
    return url.map(this::used);
  }

  private Configured used(Setting url) {
    return new Configured(findings.use(url), url.origin().toString());
  }

  private URI checked(Configured configured) {
    URI uri = parsed(configured);
    if (fips || dualStack) {
      throw bad(
          "a custom endpoint cannot be combined with " + (fips ? "FIPS" : "dual stack"),
          configured.place(),
          fips ? "unset AWS_USE_FIPS_ENDPOINT" : "unset AWS_USE_DUALSTACK_ENDPOINT");
    }
    if (isPlain(uri) && !Loopback.isHost(uri.getHost()) && !request.allowHttp()) {
      throw new ProfileFailure.PlainHttp(configured.url()).exception();
    }
    return uri;
  }

  private URI parsed(Configured configured) {
    if (configured.url().indexOf('@') >= 0) {
      // Not repeated in the message: it may contain a password.
      throw bad(
          "an endpoint URL cannot contain a user name or a password",
          configured.place(),
          "an endpoint looks like https://sts.us-east-1.amazonaws.com");
    }
    try {
      URI uri = new URI(configured.url());
      if (uri.getHost() != null && (isPlain(uri) || "https".equalsIgnoreCase(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Not a URL either: said below.
    }
    throw bad(
        "'" + configured.url() + "' is not an http or https URL",
        configured.place(),
        "an endpoint looks like https://sts.us-east-1.amazonaws.com");
  }

  private static boolean isPlain(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme());
  }

  // --- AWS's own hosts -------------------------------------------------------------------------

  private static final String GLOBAL_STS = "sts.amazonaws.com";

  private boolean isGlobal() {
    boolean legacy = isLegacy();
    boolean global = region.equals("aws-global") || (legacy && servedGlobally());
    return global && !fips && !dualStack;
  }

  private boolean isLegacy() {
    return resolver
        .resolve(ProfileSetting.STS_REGIONAL_ENDPOINTS)
        .map(this::isLegacy)
        .orElse(false);
  }

  private boolean isLegacy(SettingResolver.Resolved endpoints) {
    return switch (endpoints.value().toLowerCase(Locale.ROOT)) {
      case "legacy" -> true;
      case "regional" -> false;
      default ->
          throw bad(
              "sts_regional_endpoints is legacy or regional, not '" + endpoints.value() + "'",
              endpoints.place(),
              ShellCommand.of(
                  "keyturn",
                  "config",
                  "set",
                  "profile." + profile.name() + ".sts_regional_endpoints",
                  "regional"));
    };
  }

  /** The regions that existed before STS had regional endpoints (the rule set of STS). */
  private boolean servedGlobally() {
    return switch (region) {
      case "ap-northeast-1",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "ca-central-1",
          "eu-central-1",
          "eu-north-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2" ->
          true;
      default -> false;
    };
  }

  private String stsHost() {
    // GovCloud's ordinary hosts are FIPS hosts, except for dual stack.
    boolean plainName = !fips || (partition == Partition.GOV_CLOUD && !dualStack);
    return (plainName ? "sts." : "sts-fips.") + region + "." + suffix();
  }

  private String iamHost() {
    String service = fips ? "iam-fips." : "iam.";
    return switch (partition) {
      case AWS -> service + (dualStack ? "global." : "") + suffix();
      case GOV_CLOUD -> "iam.us-gov." + suffix();
      case CHINA ->
          fips
              ? service + suffix()
              : service + (dualStack ? "global." : partition.iamRegion() + ".") + suffix();
      case ISO, ISO_B -> service + (dualStack ? "" : partition.iamRegion() + ".") + suffix();
      case ISO_E, ISO_F, EUROPEAN_SOVEREIGN ->
          service + (dualStack || fips ? "" : partition.iamRegion() + ".") + suffix();
    };
  }

  private String suffix() {
    return dualStack ? partition.dualStackDnsSuffix() : partition.dnsSuffix();
  }

  private FailureException bad(String what, String place, String hint) {
    return new ProfileFailure.Bad(profile.name(), what + " (" + place + ")", hint).exception();
  }
}
