package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.TypedCommand;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.PolicyOptions;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Command lines for the same session as the user's line, which may be that of another command:
 * leaving out an option would make a different session.
 */
public final class LoginLine {

  private final @Nullable TypedCommand typed;

  /** For the session of {@code typed}; null if the user typed no command. */
  public LoginLine(@Nullable TypedCommand typed) {
    this.typed = typed;
  }

  /** The line itself. */
  @Nullable TypedCommand typed() {
    return typed;
  }

  /** The line that makes the session of {@code profile} with a code. */
  String withCode(String profile) {
    List<Option> options = making();
    options.addAll(LoginCommand.MAKING);
    if (typed != null && typed.times(LoginCommand.SAVE_AS) > 1) {
      // Each names the section of one of several sessions.
      options.remove(LoginCommand.SAVE_AS);
    }
    return ShellCommand.of("keyturn", "login", profile, "CODE") + carried(options);
  }

  /**
   * The line that runs a program with the session of {@code profile}; null for the implicit one.
   */
  String running(@Nullable String profile, String... program) {
    return ShellCommand.of("keyturn", "exec")
        + (profile == null ? "" : " " + ShellCommand.of(profile))
        + carried(making())
        + " -- "
        + ShellCommand.of(program);
  }

  private static List<Option> making() {
    List<Option> options = new ArrayList<>(PlanOptions.RARE);
    options.remove(PlanOptions.PROMPT);
    options.addAll(PolicyOptions.ALL);
    options.addAll(List.of(PlanOptions.DURATION, PlanOptions.ROLE, PlanOptions.ROLES));
    return options;
  }

  private String carried(List<Option> options) {
    return typed == null ? "" : typed.carrying(options);
  }
}
