package dev.keyturn.adapter.state;

import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.EditHistory;
import dev.keyturn.domain.edit.Hunk;
import dev.keyturn.domain.edit.PreparedEdit;
import dev.keyturn.domain.profile.file.FileKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Edits that can be taken back, one record of the state folder each, and the journal of all that
 * were made.
 */
public final class FileEditHistory implements EditHistory {

  private static final String EDITS = "edits";
  private static final String PREPARED = "prepared-edits";

  private final StateFolder folder;
  private final Journal journal;

  /** Kept in {@code folder}. */
  public FileEditHistory(StateFolder folder) {
    this.folder = folder;
    this.journal = new Journal(folder);
  }

  @Override
  public void prepare(PreparedEdit edit) {
    folder.removeAll(PREPARED, edit.edit().when(), fields -> false);
    Map<String, String> fields = fields(edit.edit());
    fields.put("before", edit.before());
    fields.put("after", edit.after());
    fields.put("journal", Long.toString(journal.end()));
    if (edit.undoes() != null) {
      fields.put("undoes", edit.undoes());
    }
    folder.write(PREPARED, edit.edit().id(), fields);
  }

  /**
   * The journal first: a process that is killed here is caught up with, and adds no second line.
   */
  @Override
  public void confirm(PreparedEdit edit) {
    String id = edit.edit().id();
    Map<String, String> fields = folder.read(PREPARED, id).orElse(Map.of());
    journal.add(line(edit.edit()), Long.parseLong(fields.getOrDefault("journal", "0")));
    if (edit.undoes() != null) {
      folder.remove(EDITS, edit.undoes());
    }
    if (edit.isKept()) {
      folder.move(PREPARED, id, EDITS);
      forgetOldest();
    } else {
      folder.remove(PREPARED, id);
    }
  }

  private void forgetOldest() {
    List<AppliedEdit> kept = newestFirst();
    for (AppliedEdit old : kept.subList(Math.min(KEPT, kept.size()), kept.size())) {
      folder.remove(EDITS, old.id());
    }
  }

  @Override
  public void cancel(PreparedEdit edit) {
    folder.remove(PREPARED, edit.edit().id());
  }

  @Override
  public List<PreparedEdit> unconfirmed() {
    List<PreparedEdit> edits = new ArrayList<>();
    for (Map<String, String> fields : folder.readAll(PREPARED)) {
      edit(fields)
          .map(edit ->
              new PreparedEdit(
                  edit,
                  fields.get("undoes"),
                  fields.getOrDefault("before", ""),
                  fields.getOrDefault("after", "")))
          .ifPresent(edits::add);
    }
    // Not by Comparator.comparing, here and below: a lambda that can be serialized, as its is, gets
    // its class at run time, whatever the AOT cache holds.
    edits.sort((one, other) -> one.edit().id().compareTo(other.edit().id()));
    return edits;
  }

  @Override
  public List<AppliedEdit> newestFirst() {
    List<AppliedEdit> edits = new ArrayList<>();
    for (Map<String, String> fields : folder.readAll(EDITS)) {
      edit(fields).ifPresent(edits::add);
    }
    edits.sort((one, other) -> other.id().compareTo(one.id()));
    return edits;
  }

  @Override
  public void forget(String text) {
    for (String kind : List.of(EDITS, PREPARED)) {
      for (Map<String, String> fields : folder.readAll(kind)) {
        if (fields.values().stream().anyMatch(value -> value.contains(text))) {
          folder.remove(kind, fields.getOrDefault("key", ""));
        }
      }
    }
  }

  private static String line(AppliedEdit edit) {
    return edit.when().truncatedTo(ChronoUnit.SECONDS)
        + " "
        + edit.command()
        + " "
        + edit.file()
        + " "
        + String.join(", ", edit.settings());
  }

  private static Map<String, String> fields(AppliedEdit edit) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("when", edit.when().toString());
    fields.put("command", edit.command());
    fields.put("kind", edit.kind().name());
    fields.put("file", edit.file());
    fields.put("settings", String.join("\n", edit.settings()));
    int index = 0;
    for (Hunk hunk : edit.hunks()) {
      String name = "hunk." + index++ + ".";
      fields.put(name + "line", Integer.toString(hunk.line()));
      fields.put(name + "before", hunk.before());
      fields.put(name + "after", hunk.after());
      fields.put(name + "above", Long.toHexString(hunk.above()));
      fields.put(name + "below", Long.toHexString(hunk.below()));
    }
    return fields;
  }

  /** A record that another version wrote, or that is damaged, counts as missing. */
  private static Optional<AppliedEdit> edit(Map<String, String> fields) {
    try {
      return Optional.of(
          new AppliedEdit(
              fields.getOrDefault("key", ""),
              Instant.parse(fields.getOrDefault("when", "")),
              fields.getOrDefault("command", ""),
              FileKind.valueOf(fields.getOrDefault("kind", "")),
              fields.getOrDefault("file", ""),
              settings(fields.getOrDefault("settings", "")),
              hunks(fields)));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<String> settings(String lines) {
    return lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
  }

  private static List<Hunk> hunks(Map<String, String> fields) {
    List<Hunk> hunks = new ArrayList<>();
    for (Hunk hunk = hunk(fields, 0); hunk != null; hunk = hunk(fields, hunks.size())) {
      hunks.add(hunk);
    }
    return hunks;
  }

  private static @Nullable Hunk hunk(Map<String, String> fields, int index) {
    String name = "hunk." + index + ".";
    String line = fields.get(name + "line");
    return line == null
        ? null
        : new Hunk(
            Integer.parseInt(line),
            fields.getOrDefault(name + "before", ""),
            fields.getOrDefault(name + "after", ""),
            Long.parseUnsignedLong(fields.getOrDefault(name + "above", ""), 16),
            Long.parseUnsignedLong(fields.getOrDefault(name + "below", ""), 16));
  }
}
