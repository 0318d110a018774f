package dev.keyturn.cli.command.serving;

import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.environment.Effect;
import dev.keyturn.domain.environment.Handover;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The output of {@code keyturn serve}: the variables to set, and messages for the user. */
public final class ServeOutput {

  private final Map<String, String> environment;
  private final LocalClock clock;
  private final Output output;

  /** For a person in {@code environment}. */
  public ServeOutput(Map<String, String> environment, LocalClock clock, Output output) {
    this.environment = environment;
    this.clock = clock;
    this.output = output;
  }

  /** There is no session yet, because it takes a code and nobody could be asked. */
  void lacksSession(Failure why) {
    output.note(why.message() + "; the endpoint answers once there is a session");
    output.error("hint: " + why.hint());
  }

  /**
   * The variables of the endpoint, one per line, and others that would bypass it. They are written
   * at once: a program that reads a file of them has all or none.
   */
  void variables(Map<String, String> variables, Set<Form> forms) {
    warnOfOthers(variables, forms);
    StringBuilder lines = new StringBuilder();
    variables.forEach(
        (name, value) -> lines.append("export " + name + "=" + ShellCommand.quoted(value) + "\n"));
    output.data(lines.toString());
  }

  /**
   * A message that it runs, since a person would otherwise see nothing.
   *
   * @param session the session served now; null for none
   */
  void runs(String profile, @Nullable Session session) {
    if (!output.isTerminal()) {
      return;
    }
    output.note("serving profile '" + profile + "'; to stop it, press Ctrl-C");
    if (session != null) {
      output.note("the session " + lasts(session.credentials().expiration()));
      output.note(
          "when a code is needed, log in again: " + ShellCommand.of("keyturn", "login", profile));
    }
  }

  /** Ends the line in which a terminal shows {@code ^C}. */
  void stopped() {
    if (output.isTerminal()) {
      output.error("");
    }
  }

  private String lasts(Instant end) {
    String left = TimeText.left(Duration.between(clock.instant(), end));
    return "lasts until " + TimeText.local(end, clock) + " (" + left + ")";
  }

  private void warnOfOthers(Map<String, String> variables, Set<Form> forms) {
    List<String> names = new ArrayList<>();
    for (Variable variable : Variable.with(Handover.SERVE, Effect.WARNS)) {
      boolean matters = matters(variable, variables, forms);
      if (matters && variable.isSet(environment)) {
        names.add(variable.name());
      }
    }
    if (!names.isEmpty()) {
      output.note(
          (names.size() == 1 ? names.get(0) + " is" : String.join(", ", names) + " are")
              + " set in this shell; AWS tools that see "
              + (names.size() == 1 ? "it" : "them")
              + " bypass the endpoint");
      output.error("hint: unset " + String.join(" ", names));
    }
  }

  private static boolean matters(
      Variable variable, Map<String, String> variables, Set<Form> forms) {
    return switch (variable.handling()) {
      case INSTANCE_SWITCH -> forms.contains(Form.INSTANCE);
      case OTHER_ENDPOINT ->
          forms.contains(Form.CONTAINER) && !variables.containsKey(variable.name());
      default -> true;
    };
  }
}
