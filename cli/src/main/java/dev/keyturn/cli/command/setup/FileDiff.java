package dev.keyturn.cli.command.setup;

import dev.keyturn.domain.edit.EditPreview;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.text.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The changed lines of AWS files, section by section; secrets are masked. */
final class FileDiff {

  private FileDiff() {}

  /** The changes of {@code files}. */
  static String of(List<EditPreview.File> files) {
    StringBuilder text = new StringBuilder();
    for (EditPreview.File file : files) {
      text.append(VisibleText.line(file.path())).append('\n');
      sections(file, text);
    }
    return text.toString();
  }

  private static void sections(EditPreview.File file, StringBuilder text) {
    Map<String, List<String>> before = bySection(file.before());
    Map<String, List<String>> after = bySection(file.after());
    Set<String> headers = new LinkedHashSet<>(before.keySet());
    headers.addAll(after.keySet());
    for (String header : headers) {
      String changes =
          lines(before.getOrDefault(header, List.of()), after.getOrDefault(header, List.of()));
      boolean isNew = !before.containsKey(header);
      if (isNew || !changes.isEmpty()) {
        text.append(isNew ? "+ " : "  ").append(VisibleText.line(header)).append('\n');
      }
      text.append(changes);
    }
  }

  /** From the header to the lines below it; those above the first header have an empty one. */
  private static Map<String, List<String>> bySection(String text) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    String header = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("[")) {
        header = line;
        sections.putIfAbsent(header, new ArrayList<>());
      } else if (!line.isBlank()) {
        sections.computeIfAbsent(header, name -> new ArrayList<>()).add(line);
      }
    }
    return sections;
  }

  /** Unchanged lines are a longest common subsequence. */
  private static String lines(List<String> before, List<String> after) {
    int[][] common = common(before, after);
    StringBuilder text = new StringBuilder();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        text.append("- ").append(masked(before.get(i++))).append('\n');
      } else {
        text.append("+ ").append(masked(after.get(j++))).append('\n');
      }
    }
    return text.toString();
  }

  /** The length of the longest common subsequence from each pair of positions on. */
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static String masked(String line) {
    int equals = line.indexOf('=');
    boolean secret =
        equals > 0
            && SettingName.isSecret(
                line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    return VisibleText.line(secret ? line.substring(0, equals + 1) + " ****" : line);
  }
}
