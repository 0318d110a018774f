package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Start;
import dev.keyturn.cli.command.line.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How each command line starts, decided before Java runs: generated parts of the launchers, and the
 * same for the training. A command starts as its page says, except
 *
 * <ul>
 *   <li>with an option that its syntax names, as that says; the last of several applies;
 *   <li>with any option, like {@link Start#FULL} if it would start like {@link Start#PLAIN};
 *   <li>like {@link Start#FULL} with {@code --help}, and whenever options come before its name.
 * </ul>
 *
 * <p>Without a command, only {@code --version} and {@code --help} alone start like {@link
 * Start#PLAIN}.
 */
public final class LaunchTable {

  private static final List<String> HELP = List.of("-h", "--help");
  private static final List<String> ALONE = List.of("--version", "-V", "--help", "-h");

  private final Pages pages;

  /** For the commands in {@code pages}. */
  public LaunchTable(Pages pages) {
    this.pages = pages;
  }

  /** How the command line {@code words} starts. */
  public Start of(List<String> words) {
    Page page = page(words);
    if (page == null) {
      return words.size() == 1 && ALONE.contains(words.get(0)) ? Start.PLAIN : Start.FULL;
    }
    Syntax syntax = page.command().get().syntax();
    Start start = page.start();
    for (String word : words) {
      if (word.equals("--")) {
        break;
      }
      if (HELP.contains(word)) {
        return Start.FULL;
      }
      start = with(word, start, syntax);
    }
    return start;
  }

  private static Start with(String word, Start before, Syntax syntax) {
    for (Syntax.Starting starting : syntax.starts()) {
      for (Option option : starting.options()) {
        boolean withValue = option.value() != null && word.startsWith(option.name() + "=");
        if (withValue || word.equals(option.name())) {
          return starting.start();
        }
      }
    }
    return before == Start.PLAIN && word.startsWith("-") ? Start.FULL : before;
  }

  private @Nullable Page page(List<String> words) {
    for (Page page : pages.all()) {
      List<String> name = List.of(page.name().split(" ", -1));
      if (words.size() >= name.size() && words.subList(0, name.size()).equals(name)) {
        return page;
      }
    }
    return null;
  }

  /**
   * The part of {@code launch.sh}: it sets {@code keyturn_start} and {@code keyturn_cache} from
   * {@code "$@"}.
   */
  public String shell() {
    StringBuilder text = new StringBuilder("keyturn_start=full\ncase \"${1-} ${2-}\" in\n");
    byStart().forEach((start, patterns) -> text.append(branch("  ", patterns, start)));
    return text.append(
            """
            esac
            for keyturn_word; do
              case $keyturn_word in
                --) break ;;
                -h | --help) keyturn_start=full && break ;;
              esac
              case $1:$keyturn_word in
            """)
        .append(options())
        .append(
            """
              esac
              case $keyturn_start:$keyturn_word in
                plain:-*) keyturn_start=full ;;
              esac
            done
            case "$#:${1-}" in
            """)
        .append(branch("  ", ALONE.stream().map("1:"::concat).toList(), Start.PLAIN))
        .append("esac\ncase $keyturn_start in\n")
        .append(caches())
        .append("esac\n")
        .toString();
  }

  private static String caches() {
    StringBuilder text = new StringBuilder();
    for (Start start : Start.values()) {
      text.append("  " + start.label() + ") keyturn_cache=" + start.cache() + " ;;\n");
    }
    return text.toString();
  }

  private String options() {
    StringBuilder text = new StringBuilder();
    for (Page page : pages.all()) {
      for (Syntax.Starting starting : page.command().get().syntax().starts()) {
        List<String> patterns = new ArrayList<>();
        for (Option option : starting.options()) {
          String pattern = page.name() + ":" + option.name();
          patterns.add(pattern);
          if (option.value() != null) {
            patterns.add(pattern + "=*");
          }
        }
        text.append(branch("    ", patterns, starting.start()));
      }
    }
    return text.toString();
  }

  private static String branch(String indent, List<String> patterns, Start start) {
    return indent + String.join(" | ", patterns) + ") keyturn_start=" + start.label() + " ;;\n";
  }

  private Map<Start, List<String>> byStart() {
    Map<Start, List<String>> patterns = new LinkedHashMap<>();
    for (Page page : pages.all()) {
      if (page.start() != Start.FULL) {
        boolean twoWords = page.name().contains(" ");
        patterns
            .computeIfAbsent(page.start(), start -> new ArrayList<>())
            .add(twoWords ? "'" + page.name() + "'" : page.name() + "' '*");
      }
    }
    return patterns;
  }

  /** The part of {@code keyturn.cmd}: it sets the same variables from the first words. */
  public String batch() {
    StringBuilder text = new StringBuilder("set \"keyturn_start=full\"\n");
    for (Page page : pages.all()) {
      boolean twoWords = page.name().contains(" ");
      String name = twoWords ? "%~1 %~2" : "%~1";
      Syntax syntax = page.command().get().syntax();
      if (page.start() != Start.FULL) {
        int after = (twoWords ? 3 : 2) + syntax.arguments().size();
        String end = page.start() == Start.PLAIN ? " if \"%~" + after + "\"==\"\"" : "";
        text.append(line(name, page.name(), end, "keyturn_start", page.start().label()));
      }
      for (Syntax.Starting starting : syntax.starts()) {
        for (Option option : starting.options()) {
          String words = page.name() + " " + option.name();
          text.append(line(name + " %~2", words, "", "keyturn_start", starting.start().label()));
          text.append(line(name + " %~3", words, "", "keyturn_start", starting.start().label()));
        }
      }
    }
    for (int place = 2; place <= 3; place++) {
      text.append("if \"%~" + place + "\"==\"--help\" set \"keyturn_start=full\"\n");
    }
    for (String alone : ALONE) {
      text.append(line("%~1", alone, " if \"%~2\"==\"\"", "keyturn_start", Start.PLAIN.label()));
    }
    for (Start start : Start.values()) {
      text.append(line("%keyturn_start%", start.label(), "", "keyturn_cache", start.cache()));
    }
    return text.toString();
  }

  private static String line(
      String typed, String words, String end, String variable, String value) {
    return "if /i \"%s\"==\"%s\"%s set \"%s=%s\"\n".formatted(typed, words, end, variable, value);
  }
}
