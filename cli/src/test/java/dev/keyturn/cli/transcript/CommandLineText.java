package dev.keyturn.cli.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A line as typed in a shell, of which only the simplest things are understood.
 *
 * @param input what is piped in
 * @param environment the assignments before the program's name
 * @param words the program's arguments
 * @param readerGone whether it is piped to {@code true}
 */
record CommandLineText(
    String input, Map<String, String> environment, List<String> words, boolean readerGone) {

  private static final String GONE = " | true";

  /** Parses what follows the prompt; {@code variables} replaces those in a word. */
  static CommandLineText parse(String line, UnaryOperator<String> variables) {
    boolean gone = line.endsWith(GONE);
    List<String> words =
        new ArrayList<>(split(gone ? line.substring(0, line.length() - GONE.length()) : line));
    words.replaceAll(variables);
    String input = "";
    if (words.get(0).equals("echo")) {
      input = words.get(1) + "\n";
      words = words.subList(3, words.size());
    }
    Map<String, String> environment = new LinkedHashMap<>();
    int program = words.indexOf("keyturn");
    for (String assignment : words.subList(0, program)) {
      int equals = assignment.indexOf('=');
      environment.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    return new CommandLineText(
        input, environment, List.copyOf(words.subList(program + 1, words.size())), gone);
  }

  private static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = ' ';
    boolean begun = false;
    for (char c : (line + " ").toCharArray()) {
      if (c == quote && quote != ' ') {
        quote = ' ';
      } else if (quote == ' ' && (c == '\'' || c == '"')) {
        quote = c;
        begun = true;
      } else if (c == ' ' && quote == ' ') {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    return words;
  }
}
