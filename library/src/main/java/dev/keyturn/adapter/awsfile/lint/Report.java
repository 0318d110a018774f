package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.domain.edit.LintFinding;
import dev.keyturn.domain.edit.LintFinding.Tool;
import dev.keyturn.domain.edit.LintRule;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what the rules find in one file. Not thread-safe. */
final class Report {

  private final FileKind kind;
  private final String path;
  private final List<Found> found = new ArrayList<>();
  private final Set<Integer> reportedLines = new HashSet<>();
  private LintRule rule = new LintRule("", "", "", List.of(), null);

  /** For the file that the user knows as {@code path}. */
  Report(FileKind kind, String path) {
    this.kind = kind;
    this.path = path;
  }

  /** What {@code rules} find in {@code file}, in file order. */
  List<Found> of(LintedFile file, List<Rule> rules) {
    for (Rule next : rules) {
      rule = next.row();
      next.check().find(file, this);
    }
    found.sort((one, other) -> Integer.compare(line(one), line(other)));
    return found;
  }

  private static int line(Found found) {
    return found.finding().origin().line();
  }

  /** Whether a rule has reported {@code line} already. */
  boolean has(LintedLine line) {
    return reportedLines.contains(line.number());
  }

  /** Reports {@code line} as the rule says, with its repair where there is one. */
  void add(LintedLine line, Splice... repair) {
    add(line, rule.sdk(), rule.awsCli(), rule.fatalFor(), repair);
  }

  /** Reports {@code line} with what tools do in this case. */
  void add(LintedLine line, String sdk, String cli, List<Tool> fatalFor, Splice... repair) {
    LintedSection section = line.section();
    String name = section == null ? null : section.header().name();
    reportedLines.add(line.number());
    add(line.number(), name, sdk, cli, fatalFor, repair);
  }

  /** Reports the file as a whole. */
  void addFile(Splice... repair) {
    add(1, null, rule.sdk(), rule.awsCli(), rule.fatalFor(), repair);
  }

  private void add(
      int line,
      @Nullable String section,
      String sdk,
      String cli,
      List<Tool> fatalFor,
      Splice... repair) {
    String fix = repair.length == 0 ? null : rule.repair();
    Origin origin = new Origin(kind, path, line);
    LintFinding finding = new LintFinding(rule.name(), origin, section, sdk, cli, fatalFor, fix);
    found.add(new Found(finding, List.of(repair)));
  }
}
