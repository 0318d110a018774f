package dev.keyturn.command;

import dev.keyturn.command.port.LocalClock;
import dev.keyturn.command.port.Output;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.SessionPlan;
import dev.keyturn.domain.profile.SessionPlan.Step;
import dev.keyturn.domain.profile.SessionPlan.Target;
import dev.keyturn.domain.profile.Warning;
import dev.keyturn.domain.session.Identity;
import dev.keyturn.domain.session.Login;
import dev.keyturn.domain.session.Session;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Says what a login came to: who, where it was written, until when. Never keys. */
public final class LoginReport {

  private final Output output;
  private final LocalClock clock;

  /** Writes to {@code output}, in the time zone of {@code clock}. */
  public LoginReport(Output output, LocalClock clock) {
    this.output = output;
    this.clock = clock;
  }

  void warn(SessionPlan plan) {
    for (Warning warning : plan.warnings()) {
      output.note(
          warning.origin() == null
              ? warning.message()
              : warning.message() + " (" + warning.origin() + ")");
    }
  }

  void print(Map<String, Login.Result> sessions, Map<String, Failure> failures, boolean asJson) {
    if (asJson) {
      output.line(json(sessions, failures));
    } else {
      sessions.values().forEach(result -> output.line(text(result)));
    }
    if (sessions.isEmpty() && failures.isEmpty()) {
      output.note("no profile needs MFA");
    }
    boolean several = sessions.size() + failures.size() > 1;
    failures.forEach((profile, failure) -> {
      if (several && !asJson) {
        output.note("profile '" + profile + "':");
      }
      Failures.print(output, failure, asJson);
    });
  }

  private String text(Login.Result result) {
    Session session = result.session();
    return result.plan().profile()
        + ": "
        + who(session)
        + (result.renewed() ? ", until " : ", still holds until ")
        + TimeText.local(session.credentials().expiration(), clock)
        + " ("
        + TimeText.left(session.remaining(clock.instant()))
        + ")"
        + where(result)
        + shortened(result);
  }

  private static String who(Session session) {
    Identity identity = session.identity();
    return identity == null ? "session " + session.credentials().accessKeyId() : identity.arn();
  }

  private static String where(Login.Result result) {
    Target target = result.target();
    String awsCli = "the AWS CLI's cache";
    if (target == null) {
      return result.inAwsCli() ? ", in " + awsCli : ", kept by Keyturn";
    }
    return ", in [" + target.section() + "]" + (result.inAwsCli() ? " and " + awsCli : "");
  }

  private static String shortened(Login.Result result) {
    Duration granted = result.session().granted();
    Duration wanted = wanted(result.plan());
    return !result.renewed() || granted.equals(wanted)
        ? ""
        : "; AWS granted " + TimeText.left(granted) + " instead of " + TimeText.left(wanted);
  }

  private static Duration wanted(SessionPlan plan) {
    Step last = plan.steps().get(plan.steps().size() - 1);
    return last.duration();
  }

  private static String json(Map<String, Login.Result> sessions, Map<String, Failure> failures) {
    return Json.object(to -> {
      to.writeArrayPropertyStart("sessions");
      sessions.values().forEach(result -> session(to, result));
      to.writeEndArray();
      to.writeArrayPropertyStart("failures");
      failures.forEach((profile, failure) -> failure(to, profile, failure));
      to.writeEndArray();
    });
  }

  private static void session(JsonGenerator to, Login.Result result) {
    Session session = result.session();
    Identity identity = session.identity();
    to.writeStartObject();
    to.writeStringProperty("profile", result.plan().profile());
    Target target = result.target();
    if (target != null) {
      to.writeStringProperty("target", target.section());
    }
    Json.text(to, "account", identity == null ? null : identity.account());
    Json.text(to, "identity", identity == null ? null : identity.arn());
    if (session.roleArn() != null) {
      to.writeStringProperty("role_arn", session.roleArn());
    }
    Json.text(to, "device", session.device() == null ? null : session.device().serialNumber());
    Json.time(to, "expiration", session.credentials().expiration());
    if (session.granted().isZero()) {
      to.writeNullProperty("granted_seconds");
    } else {
      to.writeNumberProperty("granted_seconds", session.granted().toSeconds());
    }
    to.writeBooleanProperty("renewed", result.renewed());
    to.writeBooleanProperty("aws_cli_cache", result.inAwsCli());
    to.writeEndObject();
  }

  private static void failure(JsonGenerator to, String profile, Failure failure) {
    to.writeStartObject();
    to.writeStringProperty("profile", profile);
    to.writeStringProperty("error", Failures.name(failure));
    to.writeStringProperty("message", failure.message());
    to.writeStringProperty("hint", failure.hint());
    to.writeEndObject();
  }
}
