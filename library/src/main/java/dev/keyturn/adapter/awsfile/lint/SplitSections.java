package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import dev.keyturn.adapter.awsfile.text.SectionHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sections that AWS SDKs merge, and how to make them one in the file: the lines below the later
 * headers move after the last line of the first section.
 */
final class SplitSections {

  private final LintedFile file;
  private final Map<SectionHeader, List<LintedSection>> parts = new HashMap<>();

  private SplitSections(LintedFile file) {
    this.file = file;
  }

  static SplitSections of(LintedFile file) {
    SplitSections split = new SplitSections(file);
    for (LintedSection section : file.sections()) {
      if (section.header().skipped() == null) {
        split.parts.computeIfAbsent(section.header(), header -> new ArrayList<>()).add(section);
      }
    }
    return split;
  }

  /** Whether AWS SDKs add {@code section} to one that began above. */
  boolean continues(@Nullable LintedSection section) {
    return section != null && parts.getOrDefault(section.header(), List.of()).indexOf(section) > 0;
  }

  /**
   * The bytes to change so that a section is in one place; empty where two parts give different
   * values to one key, since a person must choose, where a part is not UTF-8, or where a line of
   * the file is broken.
   *
   * @param section one that {@link #continues} another
   */
  Splice[] merge(@Nullable LintedSection section) {
    List<LintedSection> all =
        section == null ? List.of() : parts.getOrDefault(section.header(), List.of());
    if (all.size() < 2 || file.isBroken() || !agree(all)) {
      return new Splice[0];
    }
    StringBuilder moved = new StringBuilder();
    List<Splice> removed = new ArrayList<>();
    for (LintedSection part : all.subList(1, all.size())) {
      LintedLine header = part.headerLine();
      int end = end(part);
      if (!file.file().isText(header.start(), end)) {
        return new Splice[0];
      }
      append(moved, comment(header));
      append(moved, file.file().text(header.next(), end));
      removed.add(new Splice(header.start(), end, ""));
    }
    int to = end(all.get(0));
    boolean adjacent = removed.get(0).from() == to;
    Splice first = new Splice(to, adjacent ? removed.remove(0).to() : to, moved.toString());
    List<Splice> splices = new ArrayList<>(List.of(first));
    splices.addAll(removed);
    return splices.toArray(new Splice[0]);
  }

  /** The end of the last line that is neither blank nor a comment. */
  private static int end(LintedSection section) {
    int end = section.headerLine().next();
    for (LintedLine line : section.lines()) {
      end = line.is(Kind.BLANK) || line.is(Kind.COMMENT) ? end : line.next();
    }
    return end;
  }

  private String comment(LintedLine header) {
    String comment = header.comment(file.file());
    return comment.isEmpty() ? "" : comment + file.file().text(header.end(), header.next());
  }

  private void append(StringBuilder moved, String lines) {
    moved.append(lines);
    boolean ended = lines.isEmpty() || lines.endsWith("\n") || lines.endsWith("\r");
    moved.append(ended ? "" : file.file().lineEnding());
  }

  private boolean agree(List<LintedSection> sections) {
    Map<String, String> values = new HashMap<>();
    for (LintedSection section : sections) {
      for (Map.Entry<String, String> entry : values(section).entrySet()) {
        String other = values.put(entry.getKey(), entry.getValue());
        if (other != null && !other.equals(entry.getValue())) {
          return false;
        }
      }
    }
    return true;
  }

  private Map<String, String> values(LintedSection section) {
    AwsFile bytes = file.file();
    Map<String, String> values = new HashMap<>();
    for (LintedLine line : section.lines()) {
      if (line.is(Kind.PROPERTY)) {
        values.put(key(line), line.value(bytes));
      } else if (line.property() != null) {
        values.merge(key(line.property()), "\n" + line.text(bytes), String::concat);
      }
    }
    return values;
  }

  private String key(LintedLine property) {
    return property.key(file.file()).toLowerCase(Locale.ROOT);
  }
}
