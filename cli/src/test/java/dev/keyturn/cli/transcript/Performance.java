package dev.keyturn.cli.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Performs a story and writes down what really happened, in the words of a transcript. */
public final class Performance {

  private static final Pattern VARIABLE =
      Pattern.compile("\\$(CODE|NEXT|PREVIOUS|WRONG)(?:_([A-Z]+))?|\\$(ENDPOINT|HOME|SEED)");

  private final Transcript story;
  private final Program program;
  private final SandboxProcess sandbox;
  private final StoryHome home;
  private final Map<String, String> environment;
  private final Consumer<Duration> time;
  private final Disguise disguise;
  private final Leaks leaks;
  private final StringBuilder happened = new StringBuilder();

  /**
   * The run of a story.
   *
   * @param environment additional variables of every command
   * @param time advances the program's clock
   */
  public Performance(
      Transcript story,
      Program program,
      SandboxProcess sandbox,
      StoryHome home,
      Map<String, String> environment,
      Consumer<Duration> time) {
    this.story = story;
    this.program = program;
    this.sandbox = sandbox;
    this.home = home;
    this.environment = environment;
    this.time = time;
    this.disguise = new Disguise(home.folder(), sandbox.url());
    this.leaks = new Leaks(sandbox);
  }

  /** What happened. */
  public String run() {
    String[] lines = story.script().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (line.startsWith("$ ") || line.matches("! \\d+ .*")) {
        command(line.replaceFirst("^(\\$|! \\d+) ", ""), typed(lines, i + 1));
      } else if (line.startsWith("% ")) {
        look(line);
      } else if (line.startsWith("#") || (line.isEmpty() && isBetween(lines, i))) {
        happened.append(line).append('\n');
      }
    }
    leaks.inFiles(home);
    return happened.toString().stripTrailing() + "\n";
  }

  /** Whether an empty line is before something new, and not within what a command writes. */
  private static boolean isBetween(String[] lines, int empty) {
    int next = empty;
    while (next < lines.length && lines[next].isEmpty()) {
      next++;
    }
    return next == lines.length || lines[next].matches("(?:[$%] |! |#).*");
  }

  /** Where secrets were seen that must not be seen. */
  public List<String> leaks() {
    return leaks.found(disguise.secrets());
  }

  private static List<String> typed(String[] lines, int from) {
    List<String> typed = new ArrayList<>();
    for (int i = from; i < lines.length && !lines[i].matches("(?:[$%] |! |#).*|"); i++) {
      if (lines[i].startsWith(Outcome.TYPED)) {
        typed.add(lines[i].substring(Outcome.TYPED.length()).strip());
      }
    }
    return typed;
  }

  private void command(String line, List<String> typed) {
    CommandLineText text = CommandLineText.parse(line, this::replaced);
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.put("HOME", home.folder().toString());
    all.put("AWS_ENDPOINT_URL", sandbox.url());
    all.putAll(text.environment());
    Outcome outcome =
        program.run(
            new Invocation(
                text.words(),
                all,
                home.folder(),
                text.input(),
                typed.stream().map(this::replaced).toList(),
                text.readerGone()));
    leaks.inOutcome(line, outcome, disguise);
    happened.append(outcome.exit() == 0 ? "$ " : "! " + outcome.exit() + " ").append(line);
    happened.append('\n');
    screen(outcome, typed);
    tell("", outcome.out());
    tell("2> ", outcome.err());
  }

  private void screen(Outcome outcome, List<String> typed) {
    int next = 0;
    for (String line : outcome.screen()) {
      boolean isTyped = line.equals(Outcome.TYPED);
      String shown = isTyped ? Outcome.TYPED + " " + typed.get(next++) : disguise.of(line);
      happened.append(shown.stripTrailing()).append('\n');
    }
  }

  private void tell(String mark, String text) {
    if (!text.isEmpty()) {
      for (String line : disguise.of(text).replaceFirst("\n$", "").split("\n", -1)) {
        happened.append(mark).append(line).append('\n');
      }
    }
  }

  private void look(String line) {
    happened.append(line).append('\n');
    String[] words = line.split(" ", 3);
    switch (words[1]) {
      case "diff" -> tell("", home.changes());
      case "calls" ->
          sandbox
              .takeCalls()
              .forEach((action, times) ->
                  happened.append("calls ").append(action).append(' ').append(times).append('\n'));
      case "clock" -> pass(duration(words[2]));
      case "aws-clock" -> sandbox.advance(duration(words[2]));
      case "fault" -> sandbox.misbehave(words[2]);
      case "mode" -> {
        String[] names = words[2].split(" ", 2);
        home.setMode(names[1], names[0]);
      }
      case "write" -> {
        String[] names = words[2].split(" ", 2);
        home.replace(names[0], story.files().getOrDefault(names[1], ""));
      }
      default -> throw new IllegalArgumentException(line);
    }
  }

  private static Duration duration(String text) {
    return Duration.parse("PT" + text);
  }

  private void pass(Duration duration) {
    sandbox.advance(duration);
    time.accept(duration);
  }

  private String replaced(String word) {
    Matcher matcher = VARIABLE.matcher(word);
    return matcher.replaceAll(found -> Matcher.quoteReplacement(value(found)));
  }

  private String value(MatchResult variable) {
    String place = variable.group(3);
    if (place != null) {
      return switch (place) {
        case "HOME" -> home.folder().toString();
        case "SEED" -> sandbox.seed("alice");
        default -> sandbox.url();
      };
    }
    String device = variable.group(2);
    return code(variable.group(1), device == null ? "alice" : device.toLowerCase(Locale.ROOT));
  }

  private String code(String which, String name) {
    String value =
        switch (which) {
          case "CODE" -> sandbox.code(name, 0);
          case "NEXT" -> sandbox.code(name, 1);
          case "PREVIOUS" -> sandbox.code(name, -1);
          default -> wrong(name);
        };
    leaks.code(value);
    return value;
  }

  private String wrong(String device) {
    List<String> right =
        List.of(sandbox.code(device, -1), sandbox.code(device, 0), sandbox.code(device, 1));
    return right.contains("000000") ? "000001" : "000000";
  }
}
