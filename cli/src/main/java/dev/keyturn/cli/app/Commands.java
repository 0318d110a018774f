package dev.keyturn.cli.app;

import dev.keyturn.cli.command.help.Page;
import dev.keyturn.cli.command.help.Pages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All commands. A command is a class in its package and a row in one of these lists, from which
 * help, completion, manual pages and the launcher are derived.
 */
final class Commands {

  /** The groups of commands, in the order of help. */
  enum Group {
    SESSIONS("Sessions"),
    HANDOVER("Use a session"),
    DEVICES("MFA devices"),
    KEYS("Access keys"),
    POLICIES("Policies"),
    STORE("Key store"),
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
      case DEVICES -> DeviceCommands.ROWS;
      case KEYS -> KeyCommands.ROWS;
      case POLICIES -> PolicyCommands.ROWS;
      case STORE -> StoreCommands.ROWS;
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

  /** The rows for help; a command is built only when its help page is requested. */
  static Pages pages(Wiring wiring) {
    List<Page> pages = new ArrayList<>();
    for (Group group : Group.values()) {
      for (Row row : of(group)) {
        pages.add(
            new Page(
                row.name(),
                group.title(),
                row.start(),
                row.summary(),
                () -> row.factory().from(wiring)));
      }
    }
    return new Pages(pages);
  }
}
