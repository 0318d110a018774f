package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.port.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Lets the person choose a profile: letters filter, the arrow keys move, Enter chooses. */
final class ProfileMenu {

  /** As many as can be read at a glance. */
  private static final int MOST = 15;

  private final Terminal.Keys keys;
  private final List<String> names;
  private List<String> offered;
  private String filter = "";
  private int chosen;

  ProfileMenu(Terminal.Keys keys, List<String> names) {
    this.keys = keys;
    this.names = names;
    this.offered = names;
  }

  /** The chosen profile. */
  String pick() {
    while (true) {
      keys.draw(lines());
      Terminal.Key key = keys.next();
      if (key.kind() == Terminal.Key.Kind.ENTER && !offered.isEmpty()) {
        return offered.get(chosen);
      }
      press(key);
    }
  }

  private void press(Terminal.Key key) {
    switch (key.kind()) {
      case TEXT -> filter(filter + key.text());
      case ERASE -> filter(filter.substring(0, filter.offsetByCodePoints(0, length() - 1)));
      case ERASE_ALL -> filter("");
      case UP -> move(-1);
      case DOWN -> move(1);
      case PAGE_UP -> move(-shown());
      case PAGE_DOWN -> move(shown());
      case ENTER, OTHER -> {
        // Nothing to choose, or a key without effect.
      }
    }
  }

  /** At least 1, so that nothing can be erased from an empty filter too. */
  private int length() {
    return Math.max(1, filter.codePointCount(0, filter.length()));
  }

  /** Every word has to be a part of the name; a name that is typed in full comes first. */
  private void filter(String typed) {
    filter = typed;
    List<String> words = Stream.of(lower(typed).split(" ", -1)).toList();
    offered =
        names.stream().filter(name -> words.stream().allMatch(lower(name)::contains)).toList();
    chosen = Math.max(0, offered.indexOf(typed));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private void move(int by) {
    chosen = Math.max(0, Math.min(chosen + by, offered.size() - 1));
  }

  /** One line for the filter, one for the count. */
  private int shown() {
    return Math.max(1, Math.min(MOST, keys.rows() - 3));
  }

  private List<String> lines() {
    int shown = shown();
    int first = Math.max(0, Math.min(chosen - shown / 2, offered.size() - shown));
    int last = Math.min(offered.size(), first + shown);
    List<String> lines = new ArrayList<>();
    lines.add("Profile (type to filter, arrows, Enter): " + filter);
    for (int i = first; i < last; i++) {
      lines.add((i == chosen ? "> " : "  ") + offered.get(i));
    }
    if (offered.isEmpty()) {
      lines.add("  no profile has '" + filter + "' in its name");
    } else if (offered.size() > shown) {
      lines.add("  " + (first + 1) + " to " + last + " of " + offered.size());
    }
    return lines;
  }
}
