package dev.keyturn.cli.command.policy;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.iam.PolicyOwner;
import dev.keyturn.domain.iam.setup.AccountSetup.Applied;
import dev.keyturn.domain.iam.setup.AccountSetup.CreatedKey;
import dev.keyturn.domain.iam.setup.Step;
import dev.keyturn.domain.iam.setup.Widenings;
import dev.keyturn.domain.policy.template.TemplateValues;
import dev.keyturn.domain.text.ShellCommand;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Shows what an account has, what will be created or changed, and what becomes allowed by that. */
public final class SetupReport {

  /**
   * A step in words.
   *
   * @param action {@code create}, {@code change} or {@code keep}
   * @param what its object: {@code user alice}
   * @param widens calls that become allowed
   * @param lessStrict where the new text is less strict
   * @param step the step
   */
  record Line(
      String action, String what, List<String> widens, List<String> lessStrict, Step step) {}

  /** A plan in words. */
  record Shown(List<Line> lines) {

    /** Whether an existing policy will allow more. */
    boolean isWider() {
      return lines.stream().anyMatch(it -> !it.widens().isEmpty() || !it.lessStrict().isEmpty());
    }
  }

  private final InstantSource clock;
  private final Output output;

  /** Writes to {@code output}. */
  public SetupReport(InstantSource clock, Output output) {
    this.clock = clock;
    this.output = output;
  }

  /** Each step with the values that it is filled in with. */
  Shown shown(Map<Step, TemplateValues> steps) {
    List<Line> lines = new ArrayList<>();
    steps.forEach((step, values) -> {
      Widenings widenings = new Widenings(values, clock.instant());
      List<String> widens =
          widenings.of(step).stream()
              .map(it -> it.caller().description() + ": " + it.probe().label())
              .toList();
      lines.add(new Line(action(step), what(step), widens, widenings.lessStrict(step), step));
    });
    return new Shown(lines);
  }

  private static String action(Step step) {
    if (!step.isChange()) {
      return "keep";
    }
    return step.replaces() ? "change" : "create";
  }

  private static String what(Step step) {
    if (step instanceof Step.User user) {
      return "user " + user.name();
    }
    if (step instanceof Step.Role role) {
      return "role " + role.name() + " and its trust policy";
    }
    if (step instanceof Step.InlinePolicy inline) {
      String kind = inline.owner() instanceof PolicyOwner.Role ? "role " : "user ";
      return "policy " + inline.policy() + " of " + kind + inline.owner().name();
    }
    if (step instanceof Step.BucketPolicy policy) {
      return "policy of bucket " + policy.bucket();
    }
    return step instanceof Step.Key key ? "access key of user " + key.user() : "";
  }

  void print(Shown shown) {
    for (Line line : shown.lines()) {
      output.line((line.action() + " ".repeat(8)).substring(0, 8) + line.what());
      line.lessStrict().forEach(it -> output.line("        less strict: " + it));
      line.widens().forEach(widening -> output.line("        newly allowed for " + widening));
    }
  }

  void printKept() {
    output.note("nothing was changed");
  }

  /**
   * What was done before a step failed.
   *
   * @param line the command that does the rest
   */
  void printPart(Applied applied, String line) {
    output.line(applied.done().isEmpty() ? "nothing was changed" : "done before it failed:");
    applied.done().forEach(step -> output.line("        " + what(step)));
    print(applied.keys());
    output.note("to do the rest, fix the problem, then run this again: " + line);
  }

  /** How to see what the policies of a user or role allow now. */
  void printCheck(Arguments arguments, TemplateValues values) {
    String user = values.user();
    if (user == null && values.roles().isEmpty()) {
      return;
    }
    String profile = arguments.typed().carrying(List.of(ProfileChoice.ONLY_OPTION));
    output.error(
        "next: "
            + (user == null
                ? ShellCommand.of(
                    "keyturn", "policy", "check", "--live", "--role", values.roles().get(0))
                : ShellCommand.of("keyturn", "policy", "check", "--live", "--user", user))
            + profile);
  }

  void printDone(boolean isDone, List<CreatedKey> keys) {
    output.line(isDone ? "done" : "nothing was changed");
    print(keys);
  }

  private void print(List<CreatedKey> keys) {
    for (CreatedKey key : keys) {
      output.line(
          ("access key " + key.accessKeyId() + " of " + key.user() + " is in " + key.file())
              + "; it contains the secret: give it only to that person");
    }
    if (!keys.isEmpty()) {
      CreatedKey first = keys.get(0);
      output.line(
          "that person runs: "
              + ShellCommand.of("keyturn", "setup", first.user(), "--csv", first.file()));
    }
  }

  void printJson(Shown shown, boolean isDone, Applied applied) {
    output.line(
        Json.object(to -> {
          to.writeBooleanProperty("applied", isDone);
          to.writeArrayPropertyStart("steps");
          shown.lines().forEach(line -> line(to, line, applied.done().contains(line.step())));
          to.writeEndArray();
          to.writeArrayPropertyStart("keys");
          applied.keys().forEach(key -> key(to, key));
          to.writeEndArray();
        }));
  }

  private static void line(JsonGenerator to, Line line, boolean isDone) {
    to.writeStartObject();
    to.writeStringProperty("action", line.action());
    to.writeStringProperty("what", line.what());
    to.writeBooleanProperty("done", isDone);
    to.writeArrayPropertyStart("newly_allowed");
    line.widens().forEach(to::writeString);
    to.writeEndArray();
    to.writeArrayPropertyStart("less_strict");
    line.lessStrict().forEach(to::writeString);
    to.writeEndArray();
    to.writeEndObject();
  }

  private static void key(JsonGenerator to, CreatedKey key) {
    to.writeStartObject();
    to.writeStringProperty("user", key.user());
    to.writeStringProperty("access_key_id", key.accessKeyId());
    to.writeStringProperty("file", key.file());
    to.writeEndObject();
  }
}
