package dev.keyturn.adapter.state;

import dev.keyturn.domain.edit.Beginnings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Notes of what edits began, one record of the state folder for each section and each file. */
public final class KeptBeginnings implements Beginnings {

  private static final String SECTIONS = "begun-sections";
  private static final String ENDED = "ended-files";

  private final Records records;

  /** Kept in {@code records}. */
  public KeptBeginnings(Records records) {
    this.records = records;
  }

  private static String key(String file, String name) {
    return file + "\n" + name;
  }

  @Override
  public Optional<BegunSection> section(String file, String name) {
    Optional<Map<String, String>> fields = records.read(SECTIONS, key(file, name));
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    String keys = fields.get().getOrDefault("keys", "");
    return Optional.of(
        new BegunSection(
            fields.get().getOrDefault("header", ""), new TreeSet<>(List.of(keys.split("\n", -1)))));
  }

  @Override
  public void note(String file, String name, BegunSection section) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("header", section.header());
    fields.put("keys", String.join("\n", section.keys()));
    records.write(SECTIONS, key(file, name), fields);
  }

  @Override
  public void forget(String file, String name) {
    records.remove(SECTIONS, key(file, name));
  }

  @Override
  public Optional<String> endedLine(String file) {
    Optional<Map<String, String>> fields = records.read(ENDED, file);
    return fields.isEmpty() ? Optional.empty() : Optional.ofNullable(fields.get().get("line"));
  }

  @Override
  public void noteEnded(String file, String checksum) {
    records.write(ENDED, file, Map.of("line", checksum));
  }

  @Override
  public void forgetEnded(String file) {
    records.remove(ENDED, file);
  }
}
