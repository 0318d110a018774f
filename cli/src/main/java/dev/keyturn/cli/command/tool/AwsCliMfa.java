package dev.keyturn.cli.command.tool;

import dev.keyturn.cli.command.port.Input;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.util.List;
import java.util.Map;

/**
 * {@code aws-cli-mfa}. A code may come from standard input, as there.
 *
 * @see <a href="https://github.com/icaliskanoglu/aws-cli-mfa">aws-cli-mfa</a>
 */
final class AwsCliMfa implements ForeignTool {

  private static final ForeignOption PROFILE =
      ForeignOption.with("-p", "PROFILE", "Profile (default: default).")
          .or("--p", "-profile", "--profile");

  private final Input input;

  AwsCliMfa(Input input) {
    this.input = input;
  }

  @Override
  public String name() {
    return "aws-cli-mfa";
  }

  @Override
  public String text() {
    return "keys and device in the source profile, the session in [PROFILE]";
  }

  @Override
  public List<ForeignOption> options() {
    return List.of(PROFILE);
  }

  /** The exit code of a Go program that panics. */
  @Override
  public int failed() {
    return 2;
  }

  @Override
  public int misused() {
    return 2;
  }

  @Override
  public Translation translate(
      ForeignLine line, Map<String, String> environment, AwsConfiguration files) {
    String profile = line.value(PROFILE);
    return new Translation("login", environment)
        .with("--profile", profile.isEmpty() ? "default" : profile)
        .with("--code", input.isTerminal() ? "" : "-");
  }
}
