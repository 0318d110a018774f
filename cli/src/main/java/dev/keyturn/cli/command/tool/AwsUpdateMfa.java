package dev.keyturn.cli.command.tool;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.util.List;
import java.util.Map;

/** {@code aws_update_mfa.py}, a script for keys in {@code [X-default]}. */
final class AwsUpdateMfa implements ForeignTool {

  private static final ForeignOption PROFILE =
      ForeignOption.with("--profile", "PROFILE", "Profile (default: default).");
  private static final ForeignOption ARN =
      ForeignOption.with("--arn", "ARN", "MFA device; it is saved in [PROFILE].");
  private static final ForeignOption CREDENTIALS =
      ForeignOption.with("--credential-path", "FILE", "Credentials file.");

  @Override
  public String name() {
    return "aws_update_mfa.py";
  }

  @Override
  public String text() {
    return "keys in [PROFILE-default], the session in [PROFILE]; takes the code as a word";
  }

  @Override
  public List<ForeignOption> options() {
    return List.of(PROFILE, ARN, CREDENTIALS);
  }

  @Override
  public int failed() {
    return 1;
  }

  @Override
  public int misused() {
    return 2;
  }

  @Override
  public Translation translate(
      ForeignLine line, Map<String, String> environment, AwsConfiguration files) {
    if (line.words().size() != 1) {
      throw ForeignLine.misused(name(), "takes one MFA code");
    }
    String profile = line.value(PROFILE);
    return new Translation("login", environment)
        .with("--profile", profile.isEmpty() ? "default" : profile)
        .with("--device", line.value(ARN))
        .with("--code", line.words().get(0))
        .in(Variable.AWS_SHARED_CREDENTIALS_FILE.name(), line.value(CREDENTIALS));
  }
}
