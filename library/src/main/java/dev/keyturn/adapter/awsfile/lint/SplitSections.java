package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner;
import dev.keyturn.adapter.awsfile.text.SectionHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notes while a file is scanned where the parts of each section stand, and says how they become
 * one: what stands below the later headers moves behind the last line of the first part. Not
 * thread-safe.
 */
final class SplitSections {

  /** A header with what follows it, up to the last line that is no blank line and no comment. */
  private static final class Part {
    private final int header;
    private final int body;
    private final String comment;
    private final Map<String, String> values = new HashMap<>();
    private int end;
    private String key = "";

    Part(int header, int body, String comment) {
      this.header = header;
      this.body = body;
      this.comment = comment;
      this.end = body;
    }
  }

  private final AwsFile file;
  private final Map<SectionHeader, List<Part>> parts = new HashMap<>();
  private @Nullable Part current;

  SplitSections(AwsFile file) {
    this.file = file;
  }

  /**
   * Notes the header that {@code scanner} is at.
   *
   * @return whether the AWS SDKs add what follows to a section that began above
   */
  boolean begin(AwsFileScanner scanner) {
    current = new Part(scanner.start(), scanner.following(), comment(scanner));
    if (scanner.currentHeader().skipped() != null) {
      return false;
    }
    List<Part> section =
        parts.computeIfAbsent(scanner.currentHeader(), header -> new ArrayList<>());
    section.add(current);
    return section.size() > 1;
  }

  private String comment(AwsFileScanner scanner) {
    int from = scanner.valueEnd() + 1;
    String comment = SectionHeader.trim(file.text(from, scanner.end()));
    return comment.isEmpty() ? "" : comment + file.text(scanner.end(), scanner.following());
  }

  /** Notes the property that {@code scanner} is at. */
  void property(AwsFileScanner scanner) {
    if (current != null) {
      current.end = scanner.following();
      current.key = scanner.key().toLowerCase(Locale.ROOT);
      current.values.put(current.key, scanner.value());
    }
  }

  /** Notes the indented line that {@code scanner} is at. */
  void indented(AwsFileScanner scanner) {
    if (current != null) {
      current.end = scanner.following();
      current.values.merge(current.key, "\n" + scanner.text(), String::concat);
    }
  }

  /**
   * The bytes to change so that the section is in one place; none where two parts give different
   * values to one key, since a person must choose, or where a part is not UTF-8.
   */
  List<Splice> merge(SectionHeader header) {
    List<Part> section = parts.getOrDefault(header, List.of());
    if (section.size() < 2 || !agree(section)) {
      return List.of();
    }
    StringBuilder moved = new StringBuilder();
    List<Splice> removed = new ArrayList<>();
    for (Part part : section.subList(1, section.size())) {
      if (!file.isText(part.header, part.end)) {
        return List.of();
      }
      append(moved, part.comment);
      append(moved, file.text(part.body, part.end));
      removed.add(new Splice(part.header, part.end, ""));
    }
    int to = section.get(0).end;
    boolean adjacent = removed.get(0).from() == to;
    Splice first = new Splice(to, adjacent ? removed.remove(0).to() : to, moved.toString());
    List<Splice> splices = new ArrayList<>(List.of(first));
    splices.addAll(removed);
    return splices;
  }

  private void append(StringBuilder moved, String lines) {
    moved.append(lines);
    boolean ended = lines.isEmpty() || lines.endsWith("\n") || lines.endsWith("\r");
    moved.append(ended ? "" : file.lineEnding());
  }

  private static boolean agree(List<Part> section) {
    Map<String, String> values = new HashMap<>();
    for (Part part : section) {
      for (Map.Entry<String, String> entry : part.values.entrySet()) {
        String other = values.put(entry.getKey(), entry.getValue());
        if (other != null && !other.equals(entry.getValue())) {
          return false;
        }
      }
    }
    return true;
  }
}
