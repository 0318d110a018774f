package dev.keyturn.cli.command.line;

import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line that a user typed, for hints that repeat it with a change. Possible secrets are
 * left out: codes, secret values, and the words of other programs.
 */
public final class TypedCommand {

  private static final List<String> BEFORE_CLAUSES = List.of(": ", " or ", " then ");

  private final String name;
  private final Syntax syntax;
  private final List<String> words;

  TypedCommand(String command, Syntax syntax, List<String> words) {
    this.name = "keyturn ".concat(command);
    this.syntax = syntax;
    this.words = words;
  }

  /** The command alone. */
  String name() {
    return name;
  }

  List<String> words() {
    return words;
  }

  /** The line with {@code option} and {@code value}, replacing its present value. */
  public String with(Option option, String value) {
    return with(List.of(option), option, value);
  }

  private String with(List<Option> instead, Option option, String value) {
    List<String> given = value.isEmpty() ? List.of(option.name()) : List.of(option.name(), value);
    return text(replaced(instead, given));
  }

  /** The line with a flag. */
  public String with(Flag flag) {
    return with(flag, "");
  }

  /**
   * {@code hint} with a line that can be typed at its end, where that means this one: unchanged, or
   * with one more option or another word.
   */
  public String line(String hint) {
    if (hint.endsWith(ShellCommand.AGAIN)) {
      return hint.substring(0, hint.length() - ShellCommand.AGAIN.length()) + without();
    }
    int end = hint.lastIndexOf(ShellCommand.ADD);
    if (end < 0 || !beginsClause(hint, end)) {
      return hint;
    }
    String[] either = hint.substring(end + ShellCommand.ADD.length()).split(ShellCommand.ELSE, 2);
    boolean forAll = either.length > 1 && namesSeveral();
    String line = forAll ? null : changed(either[0]);
    if (line == null && either.length == 1) {
      return withoutAlternative(hint);
    }
    return hint.substring(0, end) + (line == null ? either[1] : line);
  }

  /** The line with an option or a word; null if this command has neither. */
  private @Nullable String changed(String hint) {
    String[] change = hint.split(ShellCommand.INSTEAD, 2);
    String[] added = change[0].split(" ", 2);
    String value = added.length > 1 ? added[1] : "";
    Option option = syntax.option("--" + added[0]);
    Option other = change.length > 1 ? syntax.option("--" + change[1]) : option;
    if (option != null && other != null) {
      return with(List.of(option, other), option, value);
    }
    return syntax.arguments().stream()
        .filter(argument -> argument.value().label().equalsIgnoreCase(added[0]))
        .findFirst()
        .map(argument -> with(argument, value))
        .orElse(null);
  }

  /** Whether the line names more than one profile, or a pattern: an option would be for all. */
  private boolean namesSeveral() {
    List<String> names = places().stream().map(words::get).filter(it -> !Value.isCode(it)).toList();
    boolean takesSeveral = syntax.arguments().stream().anyMatch(Argument::isRepeated);
    return (takesSeveral && names.size() > 1)
        || words.contains("--all")
        || names.stream().anyMatch(name -> name.contains("*"));
  }

  /** The line with {@code word} for {@code argument}, instead of the present one. */
  public String with(Argument<?> argument, String word) {
    List<Integer> places = places();
    int place = syntax.arguments().indexOf(argument);
    if (place < places.size()) {
      return replaced(places.get(place), word);
    }
    return text(added(List.of(word)));
  }

  /** The line with examples of the words that are missing. */
  String completed() {
    List<String> missing =
        syntax.arguments().stream()
            .skip(places().size())
            .filter(argument -> argument.least() > 0)
            .map(argument -> argument.value().example())
            .toList();
    return text(added(missing));
  }

  private List<String> added(List<String> more) {
    List<String> changed = new ArrayList<>(words);
    changed.addAll(end(), more);
    return changed;
  }

  /** Where the options and words of this command end: those of another program may follow. */
  private int end() {
    int dashes = words.indexOf("--");
    return dashes < 0 ? words.size() : dashes;
  }

  /** Where the words are that are neither options nor their values. */
  private List<Integer> places() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < end(); i++) {
      String word = words.get(i);
      Option option = syntax.option(optionName(word));
      if (option != null) {
        i += option.value() != null && option.isCalled(word) ? 1 : 0;
      } else {
        places.add(i);
      }
    }
    return places;
  }

  /** Not where a command is called so, as {@code keyturn store add --to PLACE}. */
  private static boolean beginsClause(String hint, int at) {
    return at == 0
        || BEFORE_CLAUSES.stream()
            .anyMatch(before -> hint.startsWith(before, at - before.length()));
  }

  /** Of a hint whose last alternative is an option that this command does not have. */
  private String withoutAlternative(String hint) {
    int alternative = Math.max(hint.lastIndexOf("; or "), hint.lastIndexOf(", or "));
    return alternative < 0 ? name + " --help" : hint.substring(0, alternative);
  }

  /** The line without {@code options} and their values. */
  public String without(Option... options) {
    return text(replaced(List.of(options), List.of()));
  }

  /** The line without its words, except a code, and without {@code options} and their values. */
  public String withoutWords(Option... options) {
    List<String> rest = new ArrayList<>(words);
    places().reversed().stream()
        .filter(place -> !Value.isCode(words.get(place)))
        .forEach(place -> rest.remove(place.intValue()));
    return new TypedCommand(name.substring("keyturn ".length()), syntax, rest).without(options);
  }

  /** The line without the last {@code word} in it. */
  public String withoutWord(String word) {
    List<String> changed = new ArrayList<>(words);
    int last = words.lastIndexOf(word);
    if (last >= 0) {
      changed.remove(last);
    }
    return text(changed);
  }

  /** The line with the last {@code word} in it as the value of {@code option}. */
  String withWordAs(Option option, String word) {
    List<String> changed = new ArrayList<>(words);
    int last = words.lastIndexOf(word);
    changed.set(last, option.name());
    changed.add(last + 1, word);
    return text(changed);
  }

  /** How often {@code option} is in the line. */
  public int times(Option option) {
    int times = 0;
    for (String word : words) {
      times += option.equals(syntax.option(optionName(word))) ? 1 : 0;
    }
    return times;
  }

  /**
   * Those of {@code options} that are in the line, with their values and a leading blank, for the
   * line of another command that has them too.
   */
  public String carrying(List<Option> options) {
    List<String> carried = new ArrayList<>();
    for (int i = 0; i < end(); i++) {
      Option option = syntax.option(optionName(words.get(i)));
      boolean hasValue = option != null && option.value() != null && option.isCalled(words.get(i));
      if (option != null && options.contains(option)) {
        carried.addAll(words.subList(i, Math.min(i + (hasValue ? 2 : 1), words.size())));
      }
      i += hasValue ? 1 : 0;
    }
    return text("", carried);
  }

  /** The line with {@code word} instead of the one at {@code index}. */
  String replaced(int index, String word) {
    List<String> changed = new ArrayList<>(words);
    changed.set(index, word);
    return text(changed);
  }

  /**
   * The words with {@code instead} replacing the first of {@code options}, and without the others.
   */
  private List<String> replaced(List<Option> options, List<String> instead) {
    List<String> changed = new ArrayList<>();
    int place = -1;
    for (int i = 0; i < end(); i++) {
      String word = words.get(i);
      Option option = syntax.option(optionName(word));
      if (option == null || !options.contains(option)) {
        changed.add(word);
        continue;
      }
      place = place < 0 ? changed.size() : place;
      if (option.value() != null && option.isCalled(word)) {
        i++;
      }
    }
    // What is after another program's words is that program's.
    int last = syntax.passesEverythingOn() ? 0 : changed.size();
    changed.addAll(place < 0 ? last : place, instead);
    changed.addAll(words.subList(end(), words.size()));
    return changed;
  }

  /** The option in {@code --option=value}, {@code -ovalue} or {@code -o}. */
  public static String optionName(String word) {
    if (word.startsWith("--")) {
      int equals = word.indexOf('=');
      return equals < 0 ? word : word.substring(0, equals);
    }
    return word.startsWith("-") && word.length() > 2 ? word.substring(0, 2) : word;
  }

  private String text(List<String> line) {
    return text(name, line);
  }

  private String text(String start, List<String> line) {
    StringBuilder text = new StringBuilder(start);
    int place = 0;
    for (int i = 0; i < line.size(); i++) {
      String word = line.get(i);
      Option before = i == 0 ? null : syntax.option(line.get(i - 1));
      if (word.equals("--")) {
        return text.append(i + 1 < line.size() ? " -- COMMAND" : "").toString();
      }
      if (before != null && before.value() != null) {
        text.append(' ').append(before.value().shown(word));
      } else if (word.startsWith("-") && word.length() > 1) {
        text.append(' ').append(shownOption(word));
      } else {
        text.append(' ').append(shownWord(place++, word));
      }
    }
    return text.toString();
  }

  private String shownOption(String word) {
    String option = optionName(word);
    Option known = syntax.option(option);
    if (option.equals(word) || known == null || known.value() == null) {
      return ShellCommand.of(option);
    }
    boolean equals = word.startsWith("--");
    String value = word.substring(option.length() + (equals ? 1 : 0));
    return option + (equals ? "=" : " ") + known.value().shown(value);
  }

  private String shownWord(int place, String word) {
    List<Argument<?>> arguments = syntax.arguments();
    if (arguments.isEmpty()) {
      return ShellCommand.of(word);
    }
    return arguments.get(Math.min(place, arguments.size() - 1)).value().shown(word);
  }
}
