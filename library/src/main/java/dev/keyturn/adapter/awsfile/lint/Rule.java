package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.domain.edit.LintFinding.Tool;
import dev.keyturn.domain.edit.LintRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule with the code that checks it.
 *
 * @param row its description
 * @param check finds the lines that break it
 */
record Rule(LintRule row, Check check) {

  static final List<Tool> NOBODY = List.of();
  static final List<Tool> SDK = List.of(Tool.SDK);
  static final List<Tool> CLI = List.of(Tool.AWS_CLI);
  static final List<Tool> BOTH = List.of(Tool.SDK, Tool.AWS_CLI);

  /** Looks at a file and reports each line that breaks the rule, in file order. */
  interface Check {
    void find(LintedFile file, Report report);
  }

  static Rule of(
      String name,
      String sdk,
      String cli,
      List<Tool> fatalFor,
      @Nullable String repair,
      Check check) {
    return new Rule(new LintRule(name, sdk, cli, fatalFor, repair), check);
  }
}
