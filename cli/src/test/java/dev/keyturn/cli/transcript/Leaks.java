package dev.keyturn.cli.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Searches for secrets where they must not appear: in the output of a program, in the names of its
 * files and in the sandbox's log. Commands that hand over credentials may write them to standard
 * output.
 */
final class Leaks {

  private static final Pattern LONG_TERM =
      Pattern.compile("\"(?:SecretAccessKey|Seed)\":\"([^\"]+)\"");

  private final SandboxProcess sandbox;
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Set<String> codes = new LinkedHashSet<>();

  Leaks(SandboxProcess sandbox) {
    this.sandbox = sandbox;
  }

  void code(String digits) {
    codes.add(digits);
  }

  void inOutcome(String line, Outcome outcome, Disguise disguise) {
    if (line.contains("credential-process")) {
      disguise.of(outcome.out());
    } else {
      add("standard output of " + line, outcome.out());
    }
    add("standard error of " + line, outcome.err());
    add("terminal of " + line, String.join("\n", outcome.screen()));
  }

  void inFiles(StoryHome home) {
    home.state().keySet().forEach(name -> add("file name " + name, name));
    boolean encrypted =
        home.state().keySet().stream().anyMatch(name -> name.contains("/encryption/"));
    home.state()
        .forEach((name, text) -> {
          // Sessions are kept here, and keys of edits that moved them, for undo; long-term keys and
          // codes have no business in any other record, and sessions in none that are encrypted.
          add("record " + name, encrypted ? text : text.replaceAll(keptIn(name), ""));
        });
    add("log of requests", sandbox.log());
  }

  private static String keptIn(String name) {
    if (name.contains("/edits/")) {
      return "aws_secret_access_key = \\S*EXAMPLE\\S*";
    }
    return name.contains("/answers/")
        ? "(?i)(secret_?access_?key|session_?token)[^A-Za-z0-9]+[A-Za-z0-9/+=]+"
        : "(?m)^(secret_access_key|session_token)=.*$";
  }

  void add(String place, String text) {
    places.merge(place, text, (one, other) -> one + "\n" + other);
  }

  List<String> found(List<String> ofSessions) {
    List<Pattern> patterns = new ArrayList<>();
    Matcher longTerm = LONG_TERM.matcher(sandbox.ready());
    while (longTerm.find()) {
      patterns.add(Pattern.compile(Pattern.quote(longTerm.group(1))));
    }
    ofSessions.forEach(secret -> patterns.add(Pattern.compile(Pattern.quote(secret))));
    codes.forEach(code -> patterns.add(Pattern.compile("(?<![0-9])" + code + "(?![0-9])")));
    return places.entrySet().stream()
        .filter(place -> patterns.stream().anyMatch(it -> it.matcher(place.getValue()).find()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
