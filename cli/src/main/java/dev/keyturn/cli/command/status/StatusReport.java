package dev.keyturn.cli.command.status;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.Look;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Warning;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.use.SessionStatus.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Shows profiles and their sessions, once or repeatedly. */
public final class StatusReport {

  private final Map<String, String> environment;
  private final Output output;
  private final Terminal terminal;
  private final LocalClock clock;
  private final Signals signals;

  /** Writes to {@code output}; {@code terminal} provides its width. */
  public StatusReport(
      Map<String, String> environment,
      Output output,
      Terminal terminal,
      LocalClock clock,
      Signals signals) {
    this.environment = environment;
    this.output = output;
    this.terminal = terminal;
    this.clock = clock;
    this.signals = signals;
  }

  /** Shows {@code views}; sessions with less time left than {@code least} count as invalid. */
  void print(List<View> views, Duration least, Arguments arguments) {
    output.data(text(views, least, arguments, look(arguments)));
    String summary = StatusTable.summary(views, clock.instant());
    if (output.isTerminal() && !summary.isEmpty() && !CommonOptions.wantsJson(arguments)) {
      output.note(summary);
    }
  }

  /** Shows the present {@code views} every second; a table on a terminal is redrawn in place. */
  void watch(Supplier<List<View>> views, Duration least, Arguments arguments) {
    signals.quitEnds();
    boolean inPlace = output.isTerminal() && !CommonOptions.wantsJson(arguments);
    String before = "";
    try (Signals.Watch _ = signals.atEnd(() -> endLine(inPlace))) {
      while (!output.isClosed()) {
        Look look = look(arguments);
        String now = text(views.get(), least, arguments, look);
        output.data(inPlace ? look.replacing(before, now) : now);
        before = now;
        clock.pause(Duration.ofSeconds(1));
      }
    }
  }

  /** Below the table, a terminal shows {@code ^C}. */
  private void endLine(boolean inPlace) {
    if (inPlace) {
      output.data("\n");
    }
  }

  /** One line for a prompt. */
  void brief(String profile, View view) {
    String ended = view.expiration() == null ? "-" : "expired";
    boolean valid = view.isValid(clock.instant());
    String left = valid ? TimeText.brief(view.remaining(clock.instant())) : ended;
    output.line(profile + " " + left);
  }

  /** Reports which credentials AWS tools use instead of those of the profile. */
  void warn(SessionPlan plan) {
    for (Warning warning : plan.warnings()) {
      if (warning.code().equals("environment-keys-win")) {
        output.note(warning.message());
      }
    }
  }

  private String text(List<View> views, Duration least, Arguments arguments, Look look) {
    if (CommonOptions.wantsJson(arguments)) {
      return StatusJson.of(views, clock.instant(), least) + "\n";
    }
    return views.isEmpty() ? "" : StatusTable.text(views, clock, look);
  }

  private Look look(Arguments arguments) {
    return Look.of(output, terminal, environment, CommonOptions.NO_COLOR.in(arguments));
  }

  /** Reports that {@code files} have no profile, and how to create one. */
  void nothing(AwsConfiguration files) {
    output.note("there is no profile in " + files.configFile() + " and " + files.credentialsFile());
    output.error("hint: keyturn setup");
  }
}
