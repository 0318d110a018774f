package dev.keyturn.cli.command.tool;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code aws configure mfa-login} of the AWS CLI, with those of the AWS CLI's global options that
 * apply here.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cli/latest/reference/configure/mfa-login.html">mfa-login</a>
 */
final class MfaLogin implements ForeignTool {

  private static final ForeignOption PROFILE =
      ForeignOption.with("--profile", "PROFILE", "Profile (default: AWS_PROFILE, then default).");
  private static final ForeignOption TARGET =
      ForeignOption.with("--update-profile", "NAME", "Section that receives the session.");
  private static final ForeignOption DURATION =
      ForeignOption.with("--duration-seconds", "SECONDS", "900 to 129600 (default: 43200).");
  private static final ForeignOption SERIAL =
      ForeignOption.with("--serial-number", "SERIAL", "MFA device (default: mfa_serial).");
  private static final ForeignOption REGION =
      ForeignOption.with("--region", "REGION", "Region of STS.");
  private static final ForeignOption ENDPOINT =
      ForeignOption.with("--endpoint-url", "URL", "Endpoint of STS.");
  private static final ForeignOption CA_BUNDLE =
      ForeignOption.with("--ca-bundle", "FILE", "Certificates to trust.");
  private static final ForeignOption DEBUG = ForeignOption.flag("--debug", "Write a trace.");

  /** They change the AWS CLI's output of an answer, which this command does not print. */
  private static final List<ForeignOption> WITHOUT_MEANING =
      List.of(
          ForeignOption.with("--output", "FORMAT", "Accepted."),
          ForeignOption.with("--query", "QUERY", "Accepted."),
          ForeignOption.with("--color", "on|off|auto", "Accepted."),
          ForeignOption.flag("--no-cli-pager", "Accepted."));

  @Override
  public String name() {
    return "aws configure mfa-login";
  }

  @Override
  public String text() {
    return "the session in a section of its own";
  }

  @Override
  public List<ForeignOption> options() {
    List<ForeignOption> all =
        new ArrayList<>(
            List.of(PROFILE, TARGET, DURATION, SERIAL, REGION, ENDPOINT, CA_BUNDLE, DEBUG));
    all.addAll(WITHOUT_MEANING);
    return List.copyOf(all);
  }

  @Override
  public int failed() {
    return 1;
  }

  /** The AWS CLI's exit code for an invalid command line. */
  @Override
  public int misused() {
    return 252;
  }

  @Override
  public Translation translate(
      ForeignLine line, Map<String, String> environment, AwsConfiguration files) {
    if (!line.words().isEmpty()) {
      throw ForeignLine.misused(name(), "does not take positional arguments");
    }
    String profile = profile(line, environment);
    String serial = line.value(SERIAL);
    String target = line.value(TARGET);
    return new Translation("login", environment)
        .with("--profile", profile)
        .with("--save-as", target.isEmpty() ? target(files, profile, serial) : target)
        .with("--duration", line.value(DURATION))
        .with("--device", serial)
        .with("--debug", line.has(DEBUG))
        .in(Variable.AWS_REGION.name(), line.value(REGION))
        .in(Variable.AWS_ENDPOINT_URL_STS.name(), line.value(ENDPOINT))
        .in(Variable.AWS_CA_BUNDLE.name(), line.value(CA_BUNDLE));
  }

  private static String profile(ForeignLine line, Map<String, String> environment) {
    String named = line.value(PROFILE);
    for (Variable variable : List.of(Variable.AWS_PROFILE, Variable.AWS_DEFAULT_PROFILE)) {
      named = named.isEmpty() ? variable.in(environment) : named;
    }
    return named.isEmpty() ? "default" : named;
  }

  /** The AWS CLI's default name: account and device, or the serial number of a hardware token. */
  private static String target(AwsConfiguration files, String profile, String serial) {
    String device =
        serial.isEmpty()
            ? files.profile(profile).flatMap(it -> it.value("mfa_serial")).orElse("")
            : serial;
    String otherwise = "session-" + (device.isEmpty() ? profile : device);
    return Arn.of(device).map(arn -> arn.account() + "-" + Arn.lastName(device)).orElse(otherwise);
  }
}
