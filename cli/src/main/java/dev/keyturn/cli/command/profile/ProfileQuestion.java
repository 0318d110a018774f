package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.TypedCommand;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.text.Look;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the profile if none was named and there is no {@code default}. Asked only after a
 * command has failed for that reason, which happens before anything else, so that users who name a
 * profile or have a default do not wait.
 */
public final class ProfileQuestion {

  private static final String OPTION = "--profile";
  private static final Set<String> NAMED = Set.of(OPTION, "-p");

  /** Commands that must not ask: they run in a shell prompt, or for other tools. */
  private static final Set<String> NEVER_ASK = Set.of("status", "credential-process");

  private final Map<String, String> environment;
  private final Terminal terminal;
  private final Supplier<AwsConfiguration> files;

  /** Asks at {@code terminal} for a profile in {@code files}. */
  public ProfileQuestion(
      Map<String, String> environment, Terminal terminal, Supplier<AwsConfiguration> files) {
    this.environment = environment;
    this.terminal = terminal;
    this.files = files;
  }

  /**
   * The profile that the user chooses; null if nothing can be asked.
   *
   * @param failure the failure of the command
   * @param command its name
   * @param syntax its syntax
   * @param words the words after the command's name, up to {@code --}
   */
  public @Nullable String answer(
      Failure failure, String command, Syntax syntax, List<String> words) {
    boolean lacksDefault =
        Nature.isUnknownProfile(failure, ProfileChoice.DEFAULT)
            && ProfileChoice.isUnnamed(environment)
            && !words.contains(ProfileChoice.DEFAULT)
            && words.stream().map(TypedCommand::optionName).noneMatch(NAMED::contains);
    // Standard input that was read cannot be read again; and a program that reads JSON expects no
    // question.
    boolean canAsk =
        !NEVER_ASK.contains(command)
            && syntax.has(OPTION)
            && words.stream().noneMatch(word -> word.equals("-") || word.startsWith("--output"))
            && terminal.isPresent();
    return lacksDefault && canAsk ? chosen(command) : null;
  }

  private @Nullable String chosen(String command) {
    List<String> names = LogicalProfiles.of(files.get());
    if (names.size() < 2) {
      return null;
    }
    terminal.show("No profile was given, and there is no default profile. Which one?");
    String name = new ProfilePicker(terminal, Look.isDumb(environment)).pick(names);
    String line = "keyturn " + command + " " + ShellCommand.of("-p", name);
    terminal.show("to skip this question: " + line);
    return name;
  }
}
