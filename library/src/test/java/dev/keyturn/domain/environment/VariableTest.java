package dev.keyturn.domain.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of environment variables, where it is and what uses it. */
class VariableTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern NAME =
      Pattern.compile("\"((?:AWS|AMAZON|BOTO|EC2|KEYTURN)_[A-Z0-9_]*)\"");

  @Test
  void a_blank_variable_counts_as_unset() {
    assertThat(Variable.AWS_REGION.in(Map.of("AWS_REGION", " \t"))).isEmpty();
    assertThat(Variable.AWS_REGION.in(Map.of())).isEmpty();
    assertThat(Variable.AWS_REGION.in(Map.of("AWS_REGION", "eu-west-1"))).isEqualTo("eu-west-1");
  }

  @Test
  void the_documentation_shows_the_table() throws IOException {
    assertThat(Files.readString(ROOT.resolve("docs/env.md"))).contains(table());
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| variable | read by |");
    for (Handover handover : Handover.values()) {
      table.append(" `").append(handover.label()).append("` |");
    }
    table.append("\n|---|---|---|---|---|---|---|\n");
    for (List<Variable> alike : rows()) {
      Variable first = alike.get(0);
      List<String> names = alike.stream().map(it -> "`" + it + "`").toList();
      table.append("| ").append(String.join(", ", names)).append(" | ").append(first.readers());
      for (Handover handover : Handover.values()) {
        table.append(" | ").append(first.handling().by(handover).label());
      }
      table.append(" |\n");
    }
    return table.toString();
  }

  /** Neighbours that are alike share a row. */
  private static List<List<Variable>> rows() {
    List<List<Variable>> rows = new ArrayList<>();
    for (Variable variable : Variable.values()) {
      Variable before = rows.isEmpty() ? null : rows.get(rows.size() - 1).get(0);
      boolean alike =
          before != null
              && before.handling() == variable.handling()
              && before.readers().equals(variable.readers());
      if (!alike) {
        rows.add(new ArrayList<>());
      }
      rows.get(rows.size() - 1).add(variable);
    }
    return rows;
  }

  /**
   * The demo turns the AWS CLI's pager off, which concerns nothing else; doctor knows aws-vault by
   * its variable; one beginning of a placeholder looks like a name.
   */
  @Test
  void no_other_class_spells_the_name_of_a_variable() throws IOException {
    List<String> found = new ArrayList<>();
    for (String module : List.of("library", "cli")) {
      for (Path source : sources(module)) {
        Matcher name = NAME.matcher(Files.readString(source));
        while (name.find()) {
          found.add(source.getFileName() + " " + name.group(1));
        }
      }
    }
    assertThat(found)
        .containsExactlyInAnyOrder(
            "Variable.java KEYTURN_ORIGINAL_",
            "Placeholder.java AWS_ACCESS_KEY",
            "OtherTool.java AWS_VAULT",
            "DemoShell.java AWS_PAGER",
            "DemoShell.java AWS_",
            "DemoShell.java KEYTURN_");
  }

  private static List<Path> sources(String module) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
      return files.filter(it -> it.toString().endsWith(".java")).toList();
    }
  }
}
