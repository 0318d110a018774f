package dev.keyturn.cli.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.transcript.Transcript;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.text.ShellCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Command lines in hints are valid: every hint shown in the stories, and every command line that
 * the sources build, with non-literal values replaced by {@code x}.
 */
class HintsTest {

  private static final Pattern SHOWN =
      Pattern.compile(
          "hint: (.*)|\"hint\":\"((?:[^\"\\\\]|\\\\.)*)\"|^2> next: (.*)", Pattern.MULTILINE);
  private static final Pattern BUILT =
      Pattern.compile("ShellCommand\\.of\\(\\s*((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)");
  private static final Pattern LITERAL = Pattern.compile("\"(keyturn [a-z][^\"\\\\]*)\"");
  private static final Pattern ALTERNATIVE = Pattern.compile(", or |; or |; |, then | && ");
  private static final Pattern MEANT = Pattern.compile("'(keyturn [^']+)'");

  static Stream<String> hintsOfStories() {
    Set<String> hints = new TreeSet<>();
    for (Transcript story : Transcript.all()) {
      Matcher shown = SHOWN.matcher(story.script());
      while (shown.find()) {
        Stream.of(1, 2, 3).map(shown::group).filter(text -> text != null).forEach(hints::add);
      }
    }
    return hints.stream().flatMap(HintsTest::lines);
  }

  /** The command lines in a hint: it may explain them, and name more than one. */
  static Stream<String> lines(String hint) {
    if (hint.startsWith("did you mean ")) {
      return MEANT.matcher(hint).results().map(found -> found.group(1) + " --help");
    }
    return clauses(hint).stream()
        .filter(line -> line.startsWith("keyturn ") || line.startsWith("aws "));
  }

  /** What a hint says, without the explanation in front of each. */
  static List<String> clauses(String hint) {
    return ALTERNATIVE
        .splitAsStream(hint)
        .map(part -> part.substring(Math.max(0, part.lastIndexOf(": ") + 1)).strip())
        .toList();
  }

  /** The lines of all commands that {@code hint} can mean: those that take the option in it. */
  static List<String> completions(String hint) {
    String option =
        "--"
            + hint.substring(hint.lastIndexOf(ShellCommand.ADD) + "add --".length())
                .split("[ ,]", 2)[0];
    List<String> lines = new ArrayList<>();
    for (Commands.Group group : Commands.Group.values()) {
      for (Row row : Commands.of(group)) {
        var syntax = row.factory().from(wiring()).syntax();
        String line = Arguments.read(row.name(), syntax, List.of("--help")).typed().line(hint);
        if (syntax.has(option)) {
          lines.addAll(lines(line).toList());
        }
      }
    }
    return lines;
  }

  static Stream<String> linesOfSources() throws IOException {
    Set<String> lines = new TreeSet<>();
    for (String module : List.of("library", "cli")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(file -> add(file, lines));
      }
    }
    return lines.stream();
  }

  private static void add(Path file, Set<String> lines) {
    try {
      String source = Files.readString(file);
      BUILT.matcher(source).results().map(found -> words(found.group(1))).forEach(lines::add);
      LITERAL
          .matcher(source)
          .results()
          .map(found -> found.group(1))
          .filter(literal -> !literal.endsWith(" ") && !literal.endsWith("."))
          .flatMap(HintsTest::lines)
          .forEach(lines::add);
      // One is only the beginning of a line, the other is for an administrator's own profile.
      lines.removeIf(line -> !line.startsWith("keyturn ") && !line.startsWith("aws "));
      lines.removeIf(line -> line.equals("keyturn config set x") || line.startsWith("aws iam x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The arguments of a call, each a literal or {@code x}. */
  private static String words(String arguments) {
    List<String> words = new ArrayList<>();
    for (String argument : arguments.split(",(?![^(]*\\))", -1)) {
      String word = argument.strip();
      boolean literal = word.startsWith("\"") && word.indexOf('"', 1) == word.length() - 1;
      words.add(literal ? word.substring(1, word.length() - 1) : "x");
    }
    return String.join(" ", words);
  }

  @ParameterizedTest
  @MethodSource("hintsOfStories")
  void a_hint_of_a_story_can_be_typed(String line) {
    type(line);
  }

  @ParameterizedTest
  @MethodSource("linesOfSources")
  void a_line_that_the_sources_build_can_be_typed(String line) {
    type(line);
  }

  static void type(String line) {
    for (String command : line.split(" [|] ", -1)) {
      List<String> words = typed(command);
      if (words.get(0).equals("aws")) {
        assertThat(words).as("%s", line).contains("--profile");
      } else if (words.get(0).equals("keyturn")) {
        read(words.subList(1, words.size()), line);
      }
    }
  }

  private static Wiring wiring() {
    Host host = new InsideTheTest(new HeldClock(Instant.EPOCH)).host(Map.of(), Path.of("home"));
    return new Wiring(host, trace -> {});
  }

  private static String filled(String word, String value) {
    return switch (word) {
      case "x" -> value;
      case "ARN" -> "arn:aws:iam::123456789012:role/x";
      default -> word.replace("URL", "https://example.com");
    };
  }

  /** A value that is not known here may have to be a place for keys, or a duration. */
  private static void read(List<String> words, String line) {
    boolean isHelp = words.get(words.size() - 1).equals("--help");
    boolean isBegun = words.size() > 1 && Commands.isFirstWord(words.get(0));
    if (isHelp ? isBegun || words.size() == 1 : isBegun && words.get(1).equals("x")) {
      return;
    }
    Row one = Commands.named(words.get(0));
    Row row =
        one != null
            ? one
            : requireNonNull(Commands.named(String.join(" ", words.subList(0, 2))), line);
    List<String> rest = words.subList(one != null ? 1 : 2, words.size());
    List<String> refusals = new ArrayList<>();
    for (String value : List.of("x", "keychain", "12h")) {
      List<String> filled = rest.stream().map(word -> filled(word, value)).toList();
      try {
        Arguments.read(row.name(), row.factory().from(wiring()).syntax(), filled);
        return;
      } catch (FailureException e) {
        refusals.add(e.failure().message());
      }
    }
    throw new AssertionError(line + ": " + refusals.get(0));
  }

  /** As a shell reads it: words, and quotes around them. */
  private static List<String> typed(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + " ").toCharArray()) {
      if (c == '\'') {
        quoted = !quoted;
      } else if ("<>".indexOf(c) >= 0 && !quoted) {
        return words;
      } else if (c == ' ' && !quoted) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    assertThat(quoted).as("an open quote in %s", line).isFalse();
    return words;
  }
}
