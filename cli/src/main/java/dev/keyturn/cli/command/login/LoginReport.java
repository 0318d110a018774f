package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.line.Failures;
import dev.keyturn.cli.command.line.TypedCommand;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.RepeatableAnswer;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.port.computer.Remarks;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.file.Warning;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.use.Login;
import dev.keyturn.domain.session.use.TargetSections;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** Reports the result of a login: identity, section and expiration, never keys. */
public final class LoginReport {

  /** Progress is shown only for longer logins. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Output output;
  private final Terminal terminal;
  private final LocalClock clock;
  private final Remarks remarks;
  private final RepeatableAnswer answer;
  private final Instant start;
  private final Set<String> warned = new HashSet<>();

  /** Writes to {@code output}, in the time zone of {@code clock}. */
  public LoginReport(
      Output output,
      Terminal terminal,
      LocalClock clock,
      Remarks remarks,
      RepeatableAnswer answer) {
    this.output = output;
    this.terminal = terminal;
    this.clock = clock;
    this.remarks = remarks;
    this.answer = answer;
    this.start = clock.instant();
  }

  /** Prepares the text while the sessions are found or made. */
  void prepare() {
    clock.prepare();
  }

  /** Shows once what many profiles have in common; returns what was shown. */
  Set<String> warn(List<LoginTry> tries) {
    Set<String> said = new HashSet<>();
    for (LoginTry one : tries) {
      if (one.planned() != null) {
        warn(one.planned().plan());
      }
      if (one.failure() != null) {
        said.add(one.failure().message());
      }
    }
    said.addAll(warned);
    return said;
  }

  private void warn(SessionPlan plan) {
    for (Warning warning : plan.warnings()) {
      String text =
          warning.origin() == null
              ? warning.message()
              : warning.message() + " (" + warning.origin() + ")";
      if (warned.add(text)) {
        output.note(text);
      }
    }
  }

  /** A line on the terminal, which is removed at the end. */
  synchronized void progress(int done, int all) {
    boolean slow = Duration.between(start, clock.instant()).compareTo(PATIENCE) > 0;
    if (all > 1 && slow && terminal.isPresent()) {
      terminal.progress(done == all ? "" : done + " of " + all + " sessions");
    }
  }

  /** Everything in one document. */
  void printJson(List<LoginTry> tries, TypedCommand typed) {
    List<Login.Result> sessions = sessions(tries);
    output.line(json(sessions, tries, typed));
    notes(sessions, tries);
  }

  /** With the next command to type, like {@code line}. */
  void print(List<LoginTry> tries, LoginLine line) {
    List<Login.Result> sessions = sessions(tries);
    sessions.forEach(result -> output.line(text(result)));
    if (sessions.size() == 1 && tries.size() == 1) {
      noteHowLongItHolds(sessions.get(0));
    }
    notes(sessions, tries);
    tries.forEach(one -> failed(one, tries.size() > 1, line));
    if (!sessions.isEmpty() && sessions.size() == tries.size() && !output.isClosed()) {
      output.error("next: " + next(sessions, line));
    }
  }

  /** For the launcher, which may print the same text again as long as nothing is to be done. */
  private void noteHowLongItHolds(Login.Result only) {
    if (!only.renewed() && !only.inAwsCli()) {
      Instant now = clock.instant();
      Instant end = only.session().credentials().expiration();
      Duration same = TimeText.briefIsSameFor(only.session().remaining(now));
      Duration day = TimeText.dayIsSameFor(clock);
      answer.isTrueUntil(now.plus(same.compareTo(day) < 0 ? same : day), end);
    }
  }

  /**
   * Warns once that a code among the arguments is visible to others, and shows the command that
   * asks for it instead.
   */
  void codeWasAnArgument(String line) {
    if (remarks.isFirst(Remarks.CODE_AS_ARGUMENT)) {
      output.note(
          "other users of this computer can see a code that is given as an argument; this note is"
              + " shown only once");
      output.error("hint: " + line);
    }
  }

  private static List<Login.Result> sessions(List<LoginTry> tries) {
    return tries.stream().map(LoginTry::result).flatMap(Stream::ofNullable).toList();
  }

  private void notes(List<Login.Result> sessions, List<LoginTry> tries) {
    sessions.stream().map(Login.Result::lacking).flatMap(Stream::ofNullable).forEach(this::note);
    if (tries.isEmpty()) {
      output.note("no profile needs MFA");
    }
  }

  private void failed(LoginTry one, boolean amongOthers, LoginLine line) {
    Failure failure = one.failure();
    if (failure == null) {
      return;
    }
    if (amongOthers) {
      String role = one.roleArn() == null ? "" : ", role " + one.roleArn();
      output.note("profile '" + one.profile() + "'" + role + ":");
    }
    Failures.print(output, failure, line.typed(), false);
  }

  private static String next(List<Login.Result> sessions, LoginLine line) {
    if (sessions.size() > 1) {
      return "keyturn status";
    }
    Login.Result only = sessions.get(0);
    Target target = only.target();
    if (target != null) {
      return ShellCommand.of("aws", "sts", "get-caller-identity", "--profile", target.section());
    }
    SessionPlan plan = only.plan();
    String profile = plan.base() instanceof Base.Environment ? null : plan.profile();
    return line.running(profile, "aws", "sts", "get-caller-identity");
  }

  private void note(TargetSections.Lacking lacking) {
    String settings =
        lacking.settings().entrySet().stream()
            .map(setting -> setting.getKey() + " = " + setting.getValue())
            .collect(Collectors.joining(", "));
    output.note(
        ("cannot write " + lacking.file() + ": " + lacking.why())
            + (", so [" + lacking.section() + "] lacks " + settings + "; the session is valid"));
  }

  private String text(Login.Result result) {
    Session session = result.session();
    Duration left = session.remaining(clock.instant());
    return result.plan().profile()
        + ": "
        + who(session)
        + (result.renewed() ? ", until " : ", still valid until ")
        + TimeText.local(session.credentials().expiration(), clock)
        + " ("
        + (result.renewed() ? TimeText.left(left) : TimeText.brief(left))
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
    if (!result.renewed()) {
      return "";
    }
    Duration granted = result.session().granted();
    Duration wanted = wanted(result.plan());
    return granted.equals(wanted)
        ? ""
        : "; AWS granted " + TimeText.left(granted) + " instead of " + TimeText.left(wanted);
  }

  private static Duration wanted(SessionPlan plan) {
    Step last = plan.steps().get(plan.steps().size() - 1);
    return last.duration();
  }

  private static String json(
      List<Login.Result> sessions, List<LoginTry> tries, TypedCommand typed) {
    return Json.object(to -> {
      to.writeArrayPropertyStart("sessions");
      sessions.forEach(result -> session(to, result));
      to.writeEndArray();
      to.writeArrayPropertyStart("failures");
      tries.forEach(one -> failure(to, one, typed));
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

  private static void failure(JsonGenerator to, LoginTry one, TypedCommand typed) {
    Failure failure = one.failure();
    if (failure == null) {
      return;
    }
    to.writeStartObject();
    to.writeStringProperty("profile", one.profile());
    if (one.roleArn() != null) {
      to.writeStringProperty("role_arn", one.roleArn());
    }
    Failures.write(to, failure, typed);
    to.writeEndObject();
  }
}
