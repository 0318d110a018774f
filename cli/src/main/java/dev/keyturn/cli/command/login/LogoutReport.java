package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.Failures;
import dev.keyturn.cli.command.line.TypedCommand;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.session.use.Logout;
import dev.keyturn.domain.session.use.RelatedSessions;
import dev.keyturn.domain.session.use.TargetSections.Removal;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** Reports what a logout removed, and what is left. */
public final class LogoutReport {

  private final Output output;
  private final LocalClock clock;

  /** Writes to {@code output}, in the time zone of {@code clock}. */
  public LogoutReport(Output output, LocalClock clock) {
    this.output = output;
    this.clock = clock;
  }

  /**
   * The result of a complete logout.
   *
   * @param results those of the profiles
   * @param others sections without a profile that a session was removed from
   * @param records how many records for undo were removed
   * @param locked whether an encrypted file was open
   */
  record All(List<Logout.Result> results, List<String> others, int records, boolean locked) {}

  void print(List<Logout.Result> results, Map<String, Failure> failures, Arguments arguments) {
    TypedCommand typed = arguments.typed();
    if (CommonOptions.wantsJson(arguments)) {
      output.line(json(results, List.of(), to -> failures(to, failures, typed)));
    } else {
      results.forEach(this::print);
      failed(failures, results.size() + failures.size() > 1, typed);
    }
  }

  private void failed(Map<String, Failure> failures, boolean amongOthers, TypedCommand typed) {
    failures.forEach((profile, failure) -> {
      if (amongOthers) {
        output.note("profile '" + profile + "':");
      }
      Failures.print(output, failure, typed, false);
    });
  }

  private void print(Logout.Result result) {
    output.line(text(result));
    RelatedSessions related = result.related();
    for (RelatedSessions.Sharing other : related.sharing()) {
      String section = other.section();
      output.line(
          other.profile()
              + ": had the same session"
              + (section == null ? "" : "; its keys are removed from [" + section + "]"));
    }
    if (!related.endedBy().isEmpty()) {
      output.line(
          "the session that it was made from stays, because other profiles use it; to end it: "
              + line(related.endedBy()));
    }
    if (!related.ofRoles().isEmpty()) {
      String roles =
          related.ofRoles().stream()
              .map(role -> role.profile() + " until " + TimeText.local(role.expiration(), clock))
              .collect(Collectors.joining(", "));
      output.line(
          "role sessions made from it stay valid: "
              + roles
              + "; to end them: "
              + line(related.ofRoles().stream().map(RelatedSessions.OfRole::profile).toList()));
    }
  }

  private static String line(List<String> profiles) {
    return ShellCommand.of(
        Stream.concat(Stream.of("keyturn", "logout"), profiles.stream()).toArray(String[]::new));
  }

  /** For AWS files that could not be read. */
  void printKeptForgotten(boolean locked, int records) {
    output.note("the sessions in Keyturn's cache are removed; those in the AWS files stay");
    besides(locked, records).forEach(output::note);
  }

  void printAll(All all, boolean asJson) {
    List<Logout.Result> told = all.results().stream().filter(result -> !result.isEmpty()).toList();
    if (asJson) {
      output.line(json(told, all.others(), to -> {}));
      return;
    }
    told.forEach(result -> output.line(text(result)));
    all.others().forEach(section -> output.line("session keys removed from [" + section + "]"));
    output.line("all Keyturn sessions removed");
    besides(all.locked(), all.records()).forEach(output::line);
  }

  private static List<String> besides(boolean locked, int records) {
    List<String> lines = new ArrayList<>();
    if (locked) {
      lines.add("the encrypted file is locked");
    }
    if (records > 0) {
      lines.add(
          (records == 1 ? "1 undo record" : records + " undo records")
              + " with secrets removed (--keep-undo keeps them)");
    }
    return lines;
  }

  private static String text(Logout.Result result) {
    List<String> from = removedFrom(result);
    List<String> stays = stays(result);
    boolean ended = result.kept() || !from.isEmpty();
    return result.plan().profile()
        + (ended ? ": session forgotten" : ": no session to remove")
        + (from.isEmpty() ? "" : ", its keys removed from " + String.join(" and ", from))
        + (stays.isEmpty() ? "" : "; " + String.join(" and ", stays) + verb(stays));
  }

  private static String verb(List<String> stays) {
    return stays.size() == 1 && stays.get(0).startsWith("the session") ? " stays" : " stay";
  }

  private static List<String> removedFrom(Logout.Result result) {
    List<String> places = new ArrayList<>();
    Target target = result.plan().target();
    if (result.section() == Removal.TAKEN_OUT && target != null) {
      places.add("[" + target.section() + "]");
    }
    if (result.fromAwsCli()) {
      places.add("the AWS CLI's cache");
    }
    return places;
  }

  private static List<String> stays(Logout.Result result) {
    List<String> stays = new ArrayList<>();
    Target target = result.plan().target();
    if (result.section() == Removal.OF_ANOTHER_PROGRAM && target != null) {
      stays.add("the session that another program wrote to [" + target.section() + "]");
    }
    if (result.plan().base() instanceof Base.Keys keys) {
      stays.add("the long-term keys in [" + keys.profile() + "]");
    }
    if (result.plan().base() instanceof Base.Store stored) {
      stays.add("the long-term keys in " + stored.place().kind().title());
    }
    return stays;
  }

  private static void failures(
      JsonGenerator to, Map<String, Failure> failures, TypedCommand typed) {
    failures.forEach((profile, failure) -> {
      to.writeStartObject();
      to.writeStringProperty("profile", profile);
      Failures.write(to, failure, typed);
      to.writeEndObject();
    });
  }

  private static String json(
      List<Logout.Result> results, List<String> others, Consumer<JsonGenerator> failures) {
    return Json.object(to -> {
      to.writeArrayPropertyStart("sessions");
      results.forEach(result -> session(to, result));
      to.writeEndArray();
      if (!others.isEmpty()) {
        array(to, "other_sections", others);
      }
      to.writeArrayPropertyStart("failures");
      failures.accept(to);
      to.writeEndArray();
    });
  }

  private static void session(JsonGenerator to, Logout.Result result) {
    List<String> from = removedFrom(result);
    to.writeStartObject();
    to.writeStringProperty("profile", result.plan().profile());
    to.writeBooleanProperty("forgotten", result.kept() || !from.isEmpty());
    array(to, "removed_from", from);
    array(to, "stays", stays(result));
    related(to, result.related());
    to.writeEndObject();
  }

  private static void related(JsonGenerator to, RelatedSessions related) {
    to.writeArrayPropertyStart("also_ended");
    for (RelatedSessions.Sharing other : related.sharing()) {
      to.writeStartObject();
      to.writeStringProperty("profile", other.profile());
      Json.text(to, "section", other.section());
      to.writeEndObject();
    }
    to.writeEndArray();
    array(to, "origin_ended_by", related.endedBy());
    to.writeArrayPropertyStart("role_sessions");
    for (RelatedSessions.OfRole role : related.ofRoles()) {
      to.writeStartObject();
      to.writeStringProperty("profile", role.profile());
      Json.time(to, "expiration", role.expiration());
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  private static void array(JsonGenerator to, String name, List<String> texts) {
    to.writeArrayPropertyStart(name);
    texts.forEach(to::writeString);
    to.writeEndArray();
  }
}
