package dev.keyturn.cli.command.doctor;

import dev.keyturn.cli.command.port.WorkTrees;
import dev.keyturn.cli.command.port.computer.Computer;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of what is installed here, and of Keyturn's own state. */
public final class ComputerChecks {

  private static final Pattern AWS_CLI = Pattern.compile("aws-cli/([0-9]+)[.]([0-9]+)[.]([0-9]+)");
  private static final Pattern FIRST_WORD = Pattern.compile("\"([^\"]+)\"|'([^']+)'|(\\S+)");
  private static final String DOTENV = ".env";
  private static final String INSTALL =
      "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html";

  private static final List<String> SHELL_FILES =
      List.of(".bashrc", ".bash_profile", ".zshrc", ".config/fish/config.fish");

  private final Computer computer;
  private final WorkTrees trees;
  private final String state;

  /** Takes its collaborators. */
  public ComputerChecks(Computer computer, WorkTrees trees, String state) {
    this.computer = computer;
    this.trees = trees;
    this.state = state;
  }

  /** All of them; {@code configuration} is null when the AWS files cannot be read. */
  List<Check> all(@Nullable AwsConfiguration configuration) {
    List<Check> checks = new ArrayList<>();
    if (configuration != null) {
      checks.add(new Check(CheckName.GIT, () -> git(configuration.credentialsFile())));
      checks.add(new Check(CheckName.AWS_CLI, () -> List.of(awsCli(configuration))));
      checks.add(new Check(CheckName.PROGRAMS, () -> programs(configuration)));
    }
    checks.add(new Check(CheckName.HOOK, this::hook));
    checks.add(new Check(CheckName.STATE, () -> List.of(state())));
    return checks;
  }

  private List<Finding> git(String credentials) {
    List<Finding> findings = new ArrayList<>();
    for (String file : List.of(credentials, DOTENV)) {
      if (computer.lines(file).stream().anyMatch(ComputerChecks::isSecretKey)) {
        findings.addAll(git(file, trees.state(file)));
      }
    }
    return findings.isEmpty() ? List.of(Finding.ok(CheckName.GIT, "git takes no keys")) : findings;
  }

  private static boolean isSecretKey(String line) {
    return line.toUpperCase(Locale.ROOT).contains(Variable.AWS_SECRET_ACCESS_KEY.name());
  }

  private static List<Finding> git(String file, WorkTrees.State state) {
    int slash = file.lastIndexOf('/');
    String name = file.substring(slash + 1);
    String folder = slash < 0 ? "" : file.substring(0, Math.max(slash, 1));
    String git = folder.isEmpty() ? "git" : ShellCommand.of("git", "-C", folder);
    String ignores = folder.isEmpty() ? ".gitignore" : ShellCommand.of(folder + "/.gitignore");
    return switch (state) {
      case NONE, IGNORED -> List.of();
      case TRACKED ->
          List.of(
              Finding.fail(
                  CheckName.GIT,
                  "git tracks " + file + ", which contains keys",
                  git + " rm --cached " + ShellCommand.of(name)));
      case NOT_IGNORED ->
          List.of(
              Finding.warn(
                  CheckName.GIT,
                  "git does not ignore " + file + ", which contains keys",
                  ShellCommand.of("echo", name) + " >> " + ignores));
      case UNKNOWN ->
          List.of(
              Finding.warn(
                  CheckName.GIT,
                  "git does not say whether it takes " + file,
                  git + " status " + ShellCommand.of(name)));
    };
  }

  private Finding awsCli(AwsConfiguration configuration) {
    Optional<String> version = computer.versionOf("aws");
    if (version.isEmpty()) {
      return Finding.info(CheckName.AWS_CLI, "the AWS CLI is not installed", INSTALL);
    }
    Matcher numbers = AWS_CLI.matcher(version.get());
    if (!numbers.find()) {
      return Finding.info(CheckName.AWS_CLI, "'aws' is not the AWS CLI: " + version.get(), "");
    }
    String found = "AWS CLI " + numbers.group().substring("aws-cli/".length());
    boolean login =
        configuration.profiles().values().stream()
            .anyMatch(profile -> profile.filled("login_session").isPresent());
    boolean hasLogin =
        Integer.parseInt(numbers.group(1)) > 2
            || (numbers.group(1).equals("2") && Integer.parseInt(numbers.group(2)) >= 32);
    return login && !hasLogin
        ? Finding.fail(
            CheckName.AWS_CLI, found + " has no 'aws login', which came with 2.32.0", INSTALL)
        : Finding.ok(CheckName.AWS_CLI, found);
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

  private List<Finding> hook() {
    List<Finding> findings = new ArrayList<>();
    int installed = 0;
    for (String name : SHELL_FILES) {
      String file = computer.home() + "/" + name;
      long lines = computer.lines(file).stream().filter(ComputerChecks::isHook).count();
      installed += (int) lines;
      if (lines > 1) {
        String message = file + " installs the shell hook " + lines + " times";
        findings.add(Finding.warn(CheckName.HOOK, message, "remove all of these lines but one"));
      }
    }
    if (installed == 0) {
      return List.of(
          Finding.info(
              CheckName.HOOK,
              "the shell hook (aws_env and completion) is not installed",
              "keyturn help shell init"));
    }
    return findings.isEmpty()
        ? List.of(Finding.ok(CheckName.HOOK, "the shell hook is installed"))
        : findings;
  }

  private static boolean isHook(String line) {
    return !line.strip().startsWith("#")
        && line.contains("keyturn")
        && (line.contains("shell init") || line.contains("/hook."));
  }

  private Finding state() {
    Computer.Found found = computer.look(state).orElse(null);
    if (found == null) {
      return Finding.ok(CheckName.STATE, state + " does not exist yet");
    }
    String word = ShellCommand.of(state);
    if (!found.own()) {
      String hint = "sudo chown -R \"$USER\" " + word;
      return Finding.fail(CheckName.STATE, state + " belongs to another user", hint);
    }
    return found.othersRead() || found.othersWrite()
        ? Finding.fail(CheckName.STATE, "other users can look into " + state, "chmod 700 " + word)
            .repairedBy(() -> computer.makePrivate(state))
        : Finding.ok(CheckName.STATE, state);
  }
}
