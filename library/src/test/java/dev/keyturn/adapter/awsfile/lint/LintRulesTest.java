package dev.keyturn.adapter.awsfile.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.edit.LintFinding.Tool;
import dev.keyturn.domain.edit.LintRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said about the rules. */
class LintRulesTest {

  private static final Path PAGE = Path.of("../docs/lint.md");

  private static final String HEAD = "|---|---|---|---|---|\n";

  @Test
  void the_table_in_docs_is_that_of_the_rules() throws IOException {
    String page = Files.readString(PAGE);
    String text = page.substring(0, page.indexOf(HEAD)) + HEAD + rows();
    if ("write".equals(System.getenv("KEYTURN_DOCS"))) {
      Files.writeString(PAGE, text);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(text);
  }

  @Test
  void each_rule_has_a_name_of_its_own() {
    assertThat(AwsFileLint.rules()).extracting(LintRule::name).doesNotHaveDuplicates();
  }

  private static String rows() {
    return AwsFileLint.rules().stream().map(LintRulesTest::row).collect(Collectors.joining());
  }

  private static String row(LintRule rule) {
    String fatalFor = rule.fatalFor().stream().map(Tool::code).collect(Collectors.joining(", "));
    String repair = rule.repair() == null ? "" : rule.repair();
    String row =
        "| `%s` | %s | %s | %s | %s |\n"
            .formatted(rule.name(), rule.sdk(), rule.awsCli(), fatalFor, repair);
    return row.replace("|  |", "| |").replace("|  |", "| |");
  }
}
