package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.port.Terminal;
import java.util.List;
import java.util.Locale;

/**
 * Lets the user choose a profile at the terminal: from a menu or, on a line-by-line terminal, by
 * number, name or part of a name.
 */
public final class ProfilePicker {

  /** As many as fit above the question in a low window. */
  private static final int SHOWN = 15;

  private final Terminal terminal;
  private final boolean simple;

  /**
   * Asks at {@code terminal}.
   *
   * @param simple whether the terminal can only show line after line
   */
  public ProfilePicker(Terminal terminal, boolean simple) {
    this.terminal = terminal;
    this.simple = simple;
  }

  /** The one of {@code names} that the user chooses. */
  public String pick(List<String> names) {
    try (Terminal.Keys keys = simple ? null : terminal.keys()) {
      return keys == null ? byLine(names) : new ProfileMenu(keys, names).pick();
    }
  }

  private String byLine(List<String> names) {
    List<String> offered = names;
    while (true) {
      show(offered);
      String typed = terminal.ask("Profile (number, name or a part of it): ").strip();
      List<String> meant = meant(typed, offered, names);
      if (meant.size() == 1) {
        return meant.get(0);
      }
      if (meant.isEmpty()) {
        terminal.show("no profile has '" + typed + "' in its name");
      }
      offered = meant.isEmpty() ? offered : meant;
    }
  }

  private void show(List<String> offered) {
    for (int i = 0; i < Math.min(SHOWN, offered.size()); i++) {
      String number = Integer.toString(i + 1);
      terminal.show("  " + " ".repeat(2 - number.length()) + number + "  " + offered.get(i));
    }
    int more = offered.size() - SHOWN;
    if (more > 0) {
      terminal.show("      and " + more + " more: type a part of the name");
    }
  }

  /**
   * Those that {@code typed} may refer to, as a name rather than a number; Enter alone matches all.
   */
  private static List<String> meant(String typed, List<String> offered, List<String> names) {
    if (names.contains(typed)) {
      return List.of(typed);
    }
    for (int i = 0; i < offered.size(); i++) {
      if (typed.equals(Integer.toString(i + 1))) {
        return List.of(offered.get(i));
      }
    }
    String part = typed.toLowerCase(Locale.ROOT);
    return names.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(part)).toList();
  }
}
