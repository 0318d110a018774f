package dev.keyturn.adapter.state;

import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.ChangedSetting;
import dev.keyturn.domain.edit.Edit;
import dev.keyturn.domain.edit.Hunk;
import dev.keyturn.domain.profile.file.FileKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An edit as the fields of a record, and back. */
final class EditRecords {

  private EditRecords() {}

  static Map<String, String> fields(AppliedEdit applied) {
    Edit edit = applied.edit();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("when", applied.when().toString());
    fields.put("command", edit.command());
    fields.put("kind", edit.kind().name());
    fields.put("file", edit.file());
    for (int index = 0; index < edit.settings().size(); index++) {
      put(fields, "setting." + index + ".", edit.settings().get(index));
    }
    for (int index = 0; index < edit.hunks().size(); index++) {
      put(fields, "hunk." + index + ".", edit.hunks().get(index));
    }
    return fields;
  }

  private static void put(Map<String, String> fields, String prefix, ChangedSetting setting) {
    fields.put(prefix + "section", setting.section());
    if (setting.key() != null) {
      fields.put(prefix + "key", setting.key());
    }
  }

  private static void put(Map<String, String> fields, String prefix, Hunk hunk) {
    fields.put(prefix + "line", Integer.toString(hunk.line()));
    fields.put(prefix + "before", hunk.before());
    fields.put(prefix + "after", hunk.after());
    fields.put(prefix + "above", Long.toHexString(hunk.above()));
    fields.put(prefix + "below", Long.toHexString(hunk.below()));
  }

  /** The edit; empty for a record that another version wrote, or that is damaged. */
  static Optional<AppliedEdit> edit(Map<String, String> fields) {
    try {
      Edit edit =
          new Edit(
              fields.getOrDefault("command", ""),
              FileKind.valueOf(fields.getOrDefault("kind", "")),
              fields.getOrDefault("file", ""),
              settings(fields),
              hunks(fields));
      Instant when = Instant.parse(fields.getOrDefault("when", ""));
      return Optional.of(new AppliedEdit(fields.getOrDefault("key", ""), when, edit));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<ChangedSetting> settings(Map<String, String> fields) {
    List<ChangedSetting> settings = new ArrayList<>();
    String section = fields.get("setting.0.section");
    while (section != null) {
      settings.add(new ChangedSetting(section, fields.get("setting." + settings.size() + ".key")));
      section = fields.get("setting." + settings.size() + ".section");
    }
    return settings;
  }

  private static List<Hunk> hunks(Map<String, String> fields) {
    List<Hunk> hunks = new ArrayList<>();
    for (Hunk hunk = hunk(fields, 0); hunk != null; hunk = hunk(fields, hunks.size())) {
      hunks.add(hunk);
    }
    return hunks;
  }

  private static @Nullable Hunk hunk(Map<String, String> fields, int index) {
    String prefix = "hunk." + index + ".";
    String line = fields.get(prefix + "line");
    return line == null
        ? null
        : new Hunk(
            Integer.parseInt(line),
            fields.getOrDefault(prefix + "before", ""),
            fields.getOrDefault(prefix + "after", ""),
            Long.parseUnsignedLong(fields.getOrDefault(prefix + "above", ""), 16),
            Long.parseUnsignedLong(fields.getOrDefault(prefix + "below", ""), 16));
  }
}
