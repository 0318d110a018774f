package dev.keyturn.cli.app;

import dev.keyturn.cli.command.help.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every command there is. A command is a class in its room and a row in one of these lists; help,
 * completion, manual pages and the launcher know it from here.
 */
final class Commands {

  /** What commands are about, in the order in which help lists them. */
  enum Group {
    SESSIONS("Sessions"),
    HANDOVER("Use a session"),
    FILES("AWS files"),
    HELP("Help");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  private Commands() {}

  static List<Row> of(Group group) {
    return switch (group) {
      case SESSIONS -> SessionCommands.ROWS;
      case HANDOVER -> HandoverCommands.ROWS;
      case FILES -> FileCommands.ROWS;
      case HELP -> HelpCommands.ROWS;
    };
  }

  /** The command called {@code name}; null when there is none. */
  static @Nullable Row named(String name) {
    for (Group group : Group.values()) {
      for (Row row : of(group)) {
        if (row.name().equals(name)) {
          return row;
        }
      }
    }
    return null;
  }

  /** Whether {@code word} is the first of a command of two words. */
  static boolean isFirstWord(String word) {
    String beginning = word.concat(" ");
    for (Group group : Group.values()) {
      for (Row row : of(group)) {
        if (row.name().startsWith(beginning)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The names of all. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Group group : Group.values()) {
      of(group).forEach(row -> names.add(row.name()));
    }
    return names;
  }

  /** What help knows of {@code row}. */
  static Page page(Row row, Wiring wiring) {
    for (Group group : Group.values()) {
      if (of(group).contains(row)) {
        return page(group, row, wiring);
      }
    }
    throw new IllegalArgumentException(row.name());
  }

  private static Page page(Group group, Row row, Wiring wiring) {
    return new Page(
        row.name(), group.title(), row.start(), row.summary(), () -> row.factory().from(wiring));
  }

  /** All of them, for help of every kind; a command is built when its page is asked for it. */
  static List<Page> pages(Wiring wiring) {
    List<Page> pages = new ArrayList<>();
    for (Group group : Group.values()) {
      for (Row row : of(group)) {
        pages.add(page(group, row, wiring));
      }
    }
    return pages;
  }
}
