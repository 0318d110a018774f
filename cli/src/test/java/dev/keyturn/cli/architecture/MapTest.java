package dev.keyturn.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The drawings in {@code docs/architecture.md} show what the code imports. An arrow that follows
 * from others (A knows B, B knows C, A knows C) is left out, or nobody could read them.
 */
class MapTest {

  private static final Path PAGE = Path.of("../docs/architecture.md");
  private static final String FOLDER = System.getProperty("build.folder", "target");

  @ParameterizedTest
  @CsvSource({
    "library, dev.keyturn, 2",
    "cli,     dev.keyturn.cli, 2",
    "sandbox, dev.keyturn.sandbox, 1",
  })
  void the_map_draws_the_rooms_and_what_they_import(String module, String root, int depth)
      throws IOException {
    NavigableMap<String, NavigableSet<String>> arrows = arrows(module, root, depth);
    assertThat(Files.readString(PAGE)).contains(drawing(module, reduced(arrows)));
  }

  /** Words such as {@code SessionPlanner}, and not {@code AWS}. */
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][A-Za-z]*)?)`");

  @Test
  void every_class_that_the_page_names_exists() throws IOException {
    Set<String> classes = new HashSet<>();
    for (String module : List.of("library", "cli", "sandbox")) {
      try (Stream<Path> sources = Files.walk(Path.of("..", module, "src"))) {
        sources.forEach(source -> classes.add(source.getFileName().toString()));
      }
    }
    assertThat(CLASS.matcher(Files.readString(PAGE)).results())
        .isNotEmpty()
        .extracting(match -> match.group(1) + ".java")
        .isSubsetOf(classes);
  }

  private static NavigableMap<String, NavigableSet<String>> arrows(
      String module, String root, int depth) {
    NavigableMap<String, NavigableSet<String>> arrows = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter().importPath(Path.of("..", module, FOLDER, "classes"))) {
      String from = room(type, root, depth);
      NavigableSet<String> known = arrows.computeIfAbsent(from, any -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> within(target, root))
          .map(target -> room(target, root, depth))
          .filter(to -> !to.equals(from))
          .forEach(known::add);
    }
    return arrows;
  }

  private static boolean within(JavaClass type, String root) {
    String name = type.getPackageName();
    return name.equals(root) || name.startsWith(root + ".");
  }

  /** The package below the root, shortened to so many parts; the root itself by its own name. */
  private static String room(JavaClass type, String root, int depth) {
    String name = type.getPackageName();
    if (name.equals(root)) {
      return root;
    }
    return Stream.of(name.substring(root.length() + 1).split("\\."))
        .limit(depth)
        .collect(Collectors.joining("."));
  }

  private static NavigableMap<String, NavigableSet<String>> reduced(
      NavigableMap<String, NavigableSet<String>> arrows) {
    NavigableMap<String, NavigableSet<String>> reduced = new TreeMap<>();
    arrows.forEach((from, known) -> {
      NavigableSet<String> direct = new TreeSet<>(known);
      for (String middle : known) {
        direct.removeAll(reachable(middle, arrows, new TreeSet<>()));
      }
      reduced.put(from, direct);
    });
    return reduced;
  }

  private static NavigableSet<String> reachable(
      String from, NavigableMap<String, NavigableSet<String>> arrows, NavigableSet<String> found) {
    for (String to : arrows.getOrDefault(from, new TreeSet<>())) {
      if (found.add(to)) {
        reachable(to, arrows, found);
      }
    }
    return found;
  }

  private static String drawing(String module, NavigableMap<String, NavigableSet<String>> arrows) {
    StringBuilder text = new StringBuilder("```mermaid\n---\ntitle: " + module + "\n---\n");
    text.append("flowchart TD\n");
    arrows.keySet().forEach(room -> text.append("  ").append(node(room)).append('\n'));
    arrows.forEach((from, known) ->
        known.forEach(to -> text.append("  " + id(from) + " --> " + id(to)).append('\n')));
    return text + "```\n";
  }

  private static String node(String room) {
    return id(room) + "[" + room + "]";
  }

  private static String id(String room) {
    return room.replace('.', '_');
  }
}
