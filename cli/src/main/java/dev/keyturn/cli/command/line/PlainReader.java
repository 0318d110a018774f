package dev.keyturn.cli.command.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses lines whose options are written in full, separated from their values, and given once:
 *
 * <pre>
 * line   = { option | word } [ "--" { any } ]
 * option = name of a flag | name value
 * value, word = any, but not empty and not beginning with a dash
 * </pre>
 *
 * <p>Nearly every line has this form. All others, including mistakes, are left to {@link
 * PicocliReader}, which takes longer to load than an answer from the session cache takes; a test
 * keeps both readers consistent.
 */
final class PlainReader {

  private PlainReader() {}

  /** Parses {@code words}; null if they do not have this form. */
  static @Nullable Line read(Syntax syntax, List<String> words) {
    Map<Option, List<String>> options = new LinkedHashMap<>();
    List<String> plain = new ArrayList<>();
    int at = 0;
    while (at < words.size() && !words.get(at).equals("--")) {
      String word = words.get(at);
      if (isPlain(word)) {
        plain.add(word);
        at++;
        continue;
      }
      Option option = syntax.option(word);
      if (option == null) {
        return null;
      }
      int end = at + (option.value() == null ? 1 : 2);
      if (end > words.size() || !add(option, words.subList(at + 1, end), options)) {
        return null;
      }
      at = end;
    }
    if (at == words.size()) {
      return new Line(options, plain, List.of());
    }
    return syntax.command() == null
        ? null
        : new Line(options, plain, List.copyOf(words.subList(at + 1, words.size())));
  }

  private static boolean add(Option option, List<String> value, Map<Option, List<String>> options) {
    List<String> before = options.get(option);
    if (before != null && !(option instanceof RepeatedOption)) {
      return false;
    }
    if (!value.isEmpty() && !isPlain(value.get(0))) {
      return false;
    }
    List<String> all = before == null ? new ArrayList<>() : before;
    all.addAll(value);
    options.put(option, all);
    return true;
  }

  private static boolean isPlain(String word) {
    return !word.isEmpty() && word.charAt(0) != '-';
  }
}
