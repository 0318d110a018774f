package dev.keyturn.cli.command.keys;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.revocation.Scope;
import dev.keyturn.domain.iam.revocation.SessionRevocation.Revoked;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Reports which sessions were revoked, whether that was proved, and what still works. */
public final class RevocationReport {

  private final Output output;
  private final LocalClock clock;

  /** Writes to {@code output}. */
  public RevocationReport(Output output, LocalClock clock) {
    this.output = output;
    this.clock = clock;
  }

  /** As in "this ends …". */
  static String whose(Scope scope) {
    String name = scope.owner().name();
    if (!scope.isRole()) {
      return "all sessions of user " + name + " in account " + scope.account();
    }
    String role = " of role " + name + " in account " + scope.account();
    return scope.sessionName() == null
        ? "all sessions" + role + ", of all callers,"
        : "the sessions called '" + scope.sessionName() + "'" + role;
  }

  /**
   * As in "sessions of roles …": the policy is the user's, and does not apply to roles that the
   * user has assumed.
   */
  static String ofRoles(Scope scope, List<String> profiles) {
    String lines =
        profiles.isEmpty()
            ? "keyturn revoke PROFILE"
            : profiles.stream()
                .map(profile -> ShellCommand.of("keyturn", "revoke", profile))
                .collect(Collectors.joining("; "));
    return " of roles that "
        + scope.owner().name()
        + " assumed do not end; to end them"
        + (profiles.isEmpty() ? ", with the profile of each role: " : ": ")
        + lines;
  }

  void printKept() {
    output.note("nothing was revoked");
  }

  void print(UserCalls user, Revoked revoked, List<String> roles, boolean asJson) {
    if (asJson) {
      output.line(json(revoked, roles));
      return;
    }
    output.line(
        ("revoked: " + whose(revoked.scope()) + " that began before ")
            + TimeText.local(revoked.before(), clock));
    output.line(proof(revoked));
    revoked.deactivated().forEach(key -> output.line("access key " + key + " is inactive"));
    String profile = user.profile().name();
    for (String key : revoked.active()) {
      output.note(
          ("access key " + key + " still works; to deactivate it too: ")
              + ShellCommand.of("keyturn", "revoke", profile, "--keys"));
    }
    if (!revoked.scope().isRole()) {
      output.note("sessions" + ofRoles(revoked.scope(), roles));
    }
    output.line(
        revoked.deactivated().isEmpty() || !revoked.active().isEmpty()
            ? "to log in again: " + ShellCommand.of("keyturn", "login", profile)
            : "to log in again, get a new key from the AWS console or an administrator, then: "
                + ShellCommand.of("keyturn", "import", "FILE.csv", "--force", "-p", profile));
  }

  private static String proof(Revoked revoked) {
    return switch (revoked.proof()) {
      case DENIED -> "proved: AWS denies a call of an earlier session";
      case IN_PLACE -> "the policy is in place; there was no session here to test it with";
      case NOT_YET -> "not proved: AWS still accepts an earlier session; run it again in a minute";
    };
  }

  void printUndone(Scope scope, boolean existed, boolean asJson) {
    if (asJson) {
      output.line(Json.object(to -> to.writeBooleanProperty("undone", existed)));
    } else if (existed) {
      output.line("no longer revoked: " + whose(scope));
    } else {
      output.note("not revoked: " + whose(scope));
    }
  }

  private static String json(Revoked revoked, List<String> roles) {
    Scope scope = revoked.scope();
    return Json.object(to -> {
      to.writeStringProperty("kind", scope.isRole() ? "role" : "user");
      to.writeStringProperty("name", scope.owner().name());
      to.writeStringProperty("account", scope.account());
      Json.text(to, "session_name", scope.sessionName());
      Json.time(to, "before", revoked.before());
      to.writeStringProperty("proof", revoked.proof().name().toLowerCase(Locale.ROOT));
      write(to, "deactivated_keys", revoked.deactivated());
      write(to, "active_keys", revoked.active());
      write(to, "role_profiles", roles);
    });
  }

  private static void write(JsonGenerator to, String name, List<String> texts) {
    to.writeArrayPropertyStart(name);
    texts.forEach(to::writeString);
    to.writeEndArray();
  }
}
