package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.cli.command.port.WorkTrees;
import dev.keyturn.cli.command.port.computer.Computer;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks of the files of git and of shells. */
public final class ComputerChecks implements Checks.OfComputer {

  private static final String DOTENV = ".env";
  private static final String IGNORED = ".gitignore";

  private static final List<String> SHELL_FILES =
      List.of(".bashrc", ".bash_profile", ".zshrc", ".config/fish/config.fish");

  private final Computer computer;
  private final WorkTrees trees;

  /** Takes its collaborators. */
  public ComputerChecks(Computer computer, WorkTrees trees) {
    this.computer = computer;
    this.trees = trees;
  }

  @Override
  public List<Check> of(@Nullable AwsConfiguration configuration) {
    Check hook = new Check(CheckName.HOOK, this::hook);
    return configuration == null
        ? List.of(hook)
        : List.of(new Check(CheckName.GIT, () -> git(configuration.credentialsFile())), hook);
  }

  private List<Finding> git(String credentials) {
    List<Finding> findings = new ArrayList<>();
    for (String file : List.of(credentials, DOTENV)) {
      if (computer.lines(file).stream().anyMatch(ComputerChecks::isSecretKey)) {
        findings.addAll(git(file, trees.state(file)));
      }
    }
    return findings.isEmpty()
        ? List.of(Finding.ok(CheckName.GIT, "git does not track any file that contains keys"))
        : findings;
  }

  private static boolean isSecretKey(String line) {
    return line.toUpperCase(Locale.ROOT).contains(Variable.AWS_SECRET_ACCESS_KEY.name());
  }

  private static List<Finding> git(String file, WorkTrees.State state) {
    int slash = file.lastIndexOf('/');
    String name = file.substring(slash + 1);
    String folder = file.substring(0, slash < 0 ? 0 : Math.max(slash, 1));
    return switch (state) {
      case NONE, IGNORED -> List.of();
      case TRACKED ->
          List.of(
              Finding.fail(
                  CheckName.GIT,
                  "git tracks " + file + ", which contains keys",
                  git(folder, "rm", "--cached", name)));
      case NOT_IGNORED ->
          List.of(
              Finding.warn(
                  CheckName.GIT,
                  "git does not ignore " + file + ", which contains keys",
                  ShellCommand.of("echo", name)
                      + " >> "
                      + ShellCommand.of(slash < 0 ? IGNORED : folder + "/" + IGNORED)));
      case UNKNOWN ->
          List.of(
              Finding.warn(
                  CheckName.GIT,
                  "cannot tell whether git tracks or ignores " + file + ", which contains keys",
                  git(folder, "status", name)));
    };
  }

  /** A git command in {@code folder}, or in the current folder if that is empty. */
  private static String git(String folder, String... words) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(folder.isEmpty() ? List.of() : List.of("-C", folder));
    command.addAll(List.of(words));
    return ShellCommand.of(command.toArray(String[]::new));
  }

  /** The files that a shell reads when it starts. */
  static List<String> shellFiles(Computer computer) {
    return SHELL_FILES.stream().map(name -> computer.home() + "/" + name).toList();
  }

  private List<Finding> hook() {
    List<Finding> findings = new ArrayList<>();
    int installed = 0;
    for (String file : shellFiles(computer)) {
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
}
