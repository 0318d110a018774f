package dev.keyturn.cli.command.config;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.ChangedSetting;
import dev.keyturn.domain.edit.EditUndo;
import dev.keyturn.domain.edit.Hunk;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.edit.UndoPreview;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * {@code keyturn undo}: undoes the last edit of an AWS file. The change is shown first, if it is
 * possible.
 */
public final class UndoCommand implements Command {

  private static final Flag LIST =
      Option.flag(
          "--list", "List the last ten changes, and which cannot be undone; change nothing.");

  private static final Flag FORGET =
      Option.flag("--forget", "Keep the last change, and forget it instead of undoing it.");

  private static final String HINT = "hint: to remove a session: keyturn logout PROFILE";

  private final EditUndo edits;
  private final LocalClock clock;
  private final Output output;

  public UndoCommand(EditUndo edits, LocalClock clock, Output output) {
    this.edits = edits;
    this.clock = clock;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(LIST, FORGET, CommonOptions.OUTPUT);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.NO)
        .example("keyturn undo", "show the last change and undo it")
        .example("keyturn undo --list", "list the last ten changes")
        .example("keyturn undo --forget", "keep the last change, to undo the one before it");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    List<AppliedEdit> kept = edits.candidates();
    if (LIST.in(arguments)) {
      print(kept, CommonOptions.wantsJson(arguments));
      return ExitCode.DONE;
    }
    if (kept.isEmpty()) {
      nothing();
      return ExitCode.NO;
    }
    List<AppliedEdit> last = AppliedEdit.newestTogether(kept);
    if (FORGET.in(arguments)) {
      forget(last, CommonOptions.wantsJson(arguments));
      return ExitCode.DONE;
    }
    Optional<AppliedEdit> lasting = last.stream().filter(edit -> !edit.canBeUndone()).findFirst();
    if (lasting.isPresent()) {
      cannotBeUndone(lasting.get(), kept.size() > last.size());
      return ExitCode.NO;
    }
    undo(last, CommonOptions.wantsJson(arguments));
    return ExitCode.DONE;
  }

  private void undo(List<AppliedEdit> last, boolean json) {
    List<UndoPreview> previews = last.stream().map(edits::preview).toList();
    for (int index = 0; index < last.size(); index++) {
      AppliedEdit edit = last.get(index);
      UndoPreview preview = previews.get(index);
      if (!json) {
        output.line("undoes: " + line(edit));
        output.text(lines(preview.hunks()));
      }
      edits.undo(edit);
      if (preview.changedSince()) {
        output.note(
            edit.edit().file()
                + " was also changed after that, by a login or another program;"
                + " those changes stay");
      }
    }
    if (json) {
      output.line(Json.object(to -> members(to, last.get(0))));
    }
  }

  /** An older change is not undone in its place: it is not the one that the user means. */
  private void cannotBeUndone(AppliedEdit edit, boolean thereAreOlder) {
    output.note(
        "the last change cannot be undone, because the keys in it are not recorded: " + line(edit));
    if (thereAreOlder) {
      output.error("hint: to undo the change before it, first: keyturn undo --forget");
    }
  }

  private void forget(List<AppliedEdit> last, boolean json) {
    for (AppliedEdit edit : last) {
      edits.forget(edit);
      if (!json) {
        output.line("forgotten, not undone: " + line(edit));
      }
    }
    if (json) {
      output.line(Json.object(to -> members(to, last.get(0))));
    }
  }

  /** A record would keep the keys of sessions, which are stored only in their section. */
  private void nothing() {
    output.note("there is nothing to undo: sessions are not recorded");
    output.error(HINT);
  }

  private void print(List<AppliedEdit> kept, boolean json) {
    if (json) {
      output.line(
          Json.object(to -> {
            to.writeArrayPropertyStart("edits");
            for (AppliedEdit edit : kept) {
              to.writeStartObject();
              members(to, edit);
              to.writeEndObject();
            }
            to.writeEndArray();
          }));
      return;
    }
    if (kept.isEmpty()) {
      nothing();
    }
    for (AppliedEdit edit : kept) {
      output.line(line(edit) + (edit.canBeUndone() ? "" : "  (cannot be undone)"));
    }
  }

  private static void members(JsonGenerator to, AppliedEdit edit) {
    Json.time(to, "when", edit.when());
    to.writeStringProperty("command", edit.edit().command());
    to.writeStringProperty("file", edit.edit().file());
    to.writeArrayPropertyStart("settings");
    settings(edit).forEach(to::writeString);
    to.writeEndArray();
    to.writeBooleanProperty("undoable", edit.canBeUndone());
  }

  private static List<String> settings(AppliedEdit edit) {
    return edit.edit().settings().stream().map(ChangedSetting::text).toList();
  }

  private String line(AppliedEdit edit) {
    return TimeText.local(edit.when(), clock)
        + "  "
        + edit.edit().command()
        + "  "
        + (edit.edit().file() + "  " + String.join(", ", settings(edit))).stripTrailing();
  }

  /** The lines that are removed and restored, the last ones first. */
  private static String lines(List<Hunk> newestFirst) {
    StringBuilder text = new StringBuilder();
    for (Hunk hunk : newestFirst) {
      append(text, "- ", hunk.after());
      append(text, "+ ", hunk.before());
    }
    return text.toString();
  }

  /** Masks a secret, on its own line and on continuation lines. */
  private static void append(StringBuilder text, String sign, String latin1) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    boolean secret = false;
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      int equals = Math.max(0, line.indexOf('='));
      boolean continued = line.startsWith(" ") || line.startsWith("\t");
      secret = continued ? secret : isSecret(line, equals);
      text.append(sign).append(secret ? line.substring(0, equals) + "= ****" : line).append('\n');
    }
  }

  private static boolean isSecret(String line, int equals) {
    String name = line.substring(0, equals).strip();
    return SettingName.isSecret(name, line.substring(equals).replaceFirst("=", "").strip());
  }
}
