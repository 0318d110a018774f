package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.cli.command.port.computer.Computer;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of the programs that profiles need. */
public final class ProgramChecks implements Checks.OfComputer {

  private static final Pattern AWS_CLI = Pattern.compile("aws-cli/([0-9]+)[.]([0-9]+)[.]([0-9]+)");
  private static final Pattern FIRST_WORD = Pattern.compile("\"([^\"]+)\"|'([^']+)'|(\\S+)");
  private static final String INSTALL =
      "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html";

  /**
   * Prints whether botocore is installed, with what it needs for a profile of {@code aws login}.
   */
  private static final String PYTHON =
      "from importlib.util import find_spec as f; print(bool(f('botocore')), bool(f('awscrt')))";

  private static final String WITHOUT_CRT = "True False";

  private final Computer computer;

  /** Of {@code computer}. */
  public ProgramChecks(Computer computer) {
    this.computer = computer;
  }

  @Override
  public List<Check> of(@Nullable AwsConfiguration configuration) {
    return configuration == null
        ? List.of()
        : List.of(
            new Check(CheckName.AWS_CLI, () -> List.of(awsCli(configuration))),
            new Check(CheckName.BOTO3, () -> boto(configuration)),
            new Check(CheckName.PROGRAMS, () -> programs(configuration)));
  }

  private Finding awsCli(AwsConfiguration configuration) {
    String version = computer.answerOf("aws", List.of("--version")).orElse("");
    if (version.isEmpty() && computer.isInstalled("aws")) {
      return Finding.info(
          CheckName.AWS_CLI,
          "'aws --version' printed nothing within a few seconds",
          "aws --version");
    }
    if (version.isEmpty()) {
      return Finding.info(CheckName.AWS_CLI, "the AWS CLI is not installed", INSTALL);
    }
    Matcher numbers = AWS_CLI.matcher(version);
    if (!numbers.find()) {
      return Finding.info(CheckName.AWS_CLI, "'aws' is not the AWS CLI: " + version, "");
    }
    String found = "AWS CLI " + numbers.group().substring("aws-cli/".length());
    boolean hasLogin =
        Integer.parseInt(numbers.group(1)) > 2
            || (numbers.group(1).equals("2") && Integer.parseInt(numbers.group(2)) >= 32);
    return !hasLogin && !signIns(configuration).isEmpty()
        ? Finding.fail(
            CheckName.AWS_CLI, found + " has no 'aws login', which came with 2.32.0", INSTALL)
        : Finding.ok(CheckName.AWS_CLI, found);
  }

  /** The profiles of {@code aws login}. */
  private static List<String> signIns(AwsConfiguration configuration) {
    return configuration.profiles().values().stream()
        .filter(profile -> profile.filled("login_session").isPresent())
        .map(Section::name)
        .toList();
  }

  /** A single such profile breaks programs that use other profiles. */
  private List<Finding> boto(AwsConfiguration configuration) {
    List<String> signIns = signIns(configuration);
    if (signIns.isEmpty()) {
      return List.of();
    }
    String answer = computer.answerOf("python3", List.of("-c", PYTHON)).orElse("");
    return answer.equals(WITHOUT_CRT)
        ? List.of(
            Finding.warn(
                CheckName.BOTO3,
                ("boto3 of python3 cannot use profile '" + signIns.get(0))
                    + "', which has a login_session: it lacks awscrt",
                "python3 -m pip install 'botocore[crt]'"))
        : List.of(Finding.ok(CheckName.BOTO3, "nothing keeps boto3 from using your profiles"));
  }

  private List<Finding> programs(AwsConfiguration configuration) {
    List<Finding> findings = new ArrayList<>();
    for (Section profile : configuration.profiles().values()) {
      for (String key : List.of("credential_process", "mfa_process")) {
        profile.filled(key).flatMap(this::missing).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> missing(Setting command) {
    Matcher word = FIRST_WORD.matcher(command.value());
    if (!word.find()) {
      return Optional.empty();
    }
    String quoted = word.group(1) == null ? word.group(2) : word.group(1);
    String program = quoted == null ? word.group() : quoted;
    return computer.isInstalled(program)
        ? Optional.empty()
        : Optional.of(
            Finding.fail(
                CheckName.PROGRAMS,
                (command.origin() + ": " + command.name() + " runs '" + program)
                    + "', which is not installed",
                "install it, or change the line"));
  }
}
